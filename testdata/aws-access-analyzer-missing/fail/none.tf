provider "aws" { # expect: fail
  region = "us-east-1"
}

resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
}
