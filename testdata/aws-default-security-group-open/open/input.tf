variable "vpc" { type = string }

resource "aws_vpc" "clinic" { # expect: open
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "some" {
  vpc_id = var.vpc
}
