resource "aws_vpc" "clinic" { # expect: fail
  cidr_block = "10.20.0.0/16"
}
