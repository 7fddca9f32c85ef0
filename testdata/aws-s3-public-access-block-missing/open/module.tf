resource "aws_s3_bucket" "records" { # expect: open
  bucket = "clinic-records"
}

module "guard" {
  source = "example.com/modules/bucket-guard"
  bucket = aws_s3_bucket.records.id
}
