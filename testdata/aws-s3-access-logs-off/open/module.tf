resource "aws_s3_bucket" "clinic" { # expect: open
  bucket = "clinic-charts"
}

module "logging" {
  source = "git::https://example.org/logging.git"
  bucket = aws_s3_bucket.clinic.id
}
