resource "aws_s3_bucket" "audit" {
  bucket              = "clinic-audit"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "audit" {
  bucket = aws_s3_bucket.audit.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 365
    }
  }
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.audit.id
}
