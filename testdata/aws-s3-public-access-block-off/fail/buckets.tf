resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_public_access_block" "written" {
  bucket                  = aws_s3_bucket.records.id
  block_public_acls       = true
  block_public_policy     = false # expect: fail
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_public_access_block" "absent" { # expect: fail
  bucket              = "clinic-images"
  block_public_acls   = true
  block_public_policy = true
  ignore_public_acls  = true
}
