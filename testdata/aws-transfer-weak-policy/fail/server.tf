resource "aws_transfer_server" "absent" { # expect: fail
  protocols = ["SFTP"]
}

resource "aws_transfer_server" "old" {
  security_policy_name = "TransferSecurityPolicy-2018-11" # expect: fail
}
