resource "aws_default_vpc" "default" { # expect: fail
}

resource "aws_default_subnet" "default" { # expect: fail
  availability_zone = "us-east-1a"
}
