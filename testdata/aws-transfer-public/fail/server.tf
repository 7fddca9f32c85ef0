resource "aws_transfer_server" "absent" { # expect: fail
  protocols = ["SFTP"]
}

resource "aws_transfer_server" "public" {
  endpoint_type = "PUBLIC" # expect: fail
}
