resource "aws_s3_bucket_public_access_block" "clinic" {
  bucket                  = aws_s3_bucket.clinic.id
  block_public_policy     = true
  restrict_public_buckets = true
}
