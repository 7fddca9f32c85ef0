provider "aws" { # expect: open
  region = "us-east-1"
}

resource "aws_instance" "clinic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}

module "baseline" {
  source = "git::https://example.org/baseline.git"
}
