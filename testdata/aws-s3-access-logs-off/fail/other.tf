resource "aws_s3_bucket" "clinic" { # expect: fail
  bucket = "clinic-charts"
}

resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_s3_bucket_logging" "scans" {
  bucket        = aws_s3_bucket.scans.id
  target_bucket = "clinic-logs"
  target_prefix = "scans/"
}
