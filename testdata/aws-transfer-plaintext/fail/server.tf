resource "aws_transfer_server" "claims" {
  endpoint_type = "VPC"
  protocols     = ["SFTP", "FTP"] # expect: fail
}
