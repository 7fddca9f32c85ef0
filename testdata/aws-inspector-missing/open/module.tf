provider "aws" { # expect: open
  region = "us-east-1"
}

resource "aws_ecr_repository" "clinic" {
  name = "portal"
}

module "baseline" {
  source = "git::https://example.org/baseline.git"
}
