provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
}
