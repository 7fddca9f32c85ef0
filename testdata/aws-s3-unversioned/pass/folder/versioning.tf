resource "aws_s3_bucket_versioning" "records" {
  for_each = aws_s3_bucket.records
  bucket   = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}
