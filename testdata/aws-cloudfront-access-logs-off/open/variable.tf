variable "bucket" { type = string }

resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
  logging_config {
    bucket = var.bucket # expect: open
  }
}
