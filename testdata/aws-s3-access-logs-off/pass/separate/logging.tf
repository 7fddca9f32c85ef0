resource "aws_s3_bucket_logging" "clinic" {
  bucket        = aws_s3_bucket.clinic.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "charts/"
}
