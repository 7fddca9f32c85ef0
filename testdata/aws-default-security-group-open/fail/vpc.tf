resource "aws_vpc" "clinic" { # expect: fail
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_security_group" "other" {
  vpc_id = aws_vpc.other.id
  ingress { # expect: fail
    protocol  = -1
    self      = true
    from_port = 0
    to_port   = 0
  }
}
