resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
  logging_config {
    bucket = "clinic-logs.s3.amazonaws.com"
  }
}
