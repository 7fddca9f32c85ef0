resource "aws_s3_bucket" "trail" { # expect: fail
  bucket = "clinic-trail"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}
