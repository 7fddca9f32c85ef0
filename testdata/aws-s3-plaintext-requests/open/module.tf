resource "aws_s3_bucket" "records" { # expect: open
  bucket = "clinic-records"
}

module "policy" {
  source = "example.com/modules/tls-policy"
  bucket = aws_s3_bucket.records.id
}
