provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
}

resource "aws_macie2_account" "clinic" {
  status = "ENABLED"
}
