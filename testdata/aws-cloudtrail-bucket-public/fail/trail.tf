resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_s3_bucket_acl" "trail" {
  bucket = aws_s3_bucket.trail.id
  acl    = "public-read" # expect: fail
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "other" {
  bucket = "clinic-other-trail"
}

resource "aws_s3_bucket_policy" "other" {
  bucket = aws_s3_bucket.other.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: fail
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::clinic-other-trail/*"
    }]
  })
}

resource "aws_cloudtrail" "other" {
  name           = "other"
  s3_bucket_name = "clinic-other-trail"
}
