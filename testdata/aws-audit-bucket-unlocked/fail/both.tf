resource "aws_s3_bucket" "audit" { # expect: fail
  bucket = "clinic-audit"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.audit.id
}
