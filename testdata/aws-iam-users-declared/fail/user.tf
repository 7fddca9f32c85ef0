provider "aws" { # expect: fail
  region = "us-east-1"
}

resource "aws_iam_user" "clinic" {
  name = "ann"
}
