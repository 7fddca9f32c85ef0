resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = "clinic-access-logs"
  target_prefix = "trail/"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
}
