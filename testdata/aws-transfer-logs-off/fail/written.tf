resource "aws_transfer_server" "clinic" {
  protocols = ["SFTP"]
  structured_log_destinations = [] # expect: fail
}
