resource "aws_s3_bucket" "audit" {
  bucket = "clinic-audit"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.audit.id
}

resource "aws_s3_bucket_lifecycle_configuration" "audit" {
  bucket = aws_s3_bucket.audit.id

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = 365 # expect: fail
    }
  }
}
