resource "aws_transfer_server" "clinic" {
  protocols = ["SFTP"]
  structured_log_destinations = ["arn:aws:logs:us-east-1:111122223333:log-group:sftp:*"]
}
