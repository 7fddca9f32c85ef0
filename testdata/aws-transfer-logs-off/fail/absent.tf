resource "aws_transfer_server" "clinic" { # expect: fail
  protocols = ["SFTP"]
}
