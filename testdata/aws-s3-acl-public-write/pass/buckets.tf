resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  acl    = "private"
}

resource "aws_s3_bucket_acl" "records" {
  bucket = aws_s3_bucket.records.id
  acl    = "private"
}
