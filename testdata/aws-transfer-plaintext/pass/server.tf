resource "aws_transfer_server" "claims" {
  protocols = ["SFTP", "FTPS"]
}

resource "aws_transfer_server" "default" {
}
