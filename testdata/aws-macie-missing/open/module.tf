provider "aws" { # expect: open
  region = "us-east-1"
}

resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
}

module "baseline" {
  source = "git::https://example.org/baseline.git"
}
