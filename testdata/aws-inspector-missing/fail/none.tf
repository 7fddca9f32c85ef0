provider "aws" { # expect: fail
  region = "us-east-1"
}

resource "aws_ecr_repository" "clinic" {
  name = "portal"
}
