resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
  origin { # expect: fail
    domain_name = "clinic-portal.s3.us-east-1.amazonaws.com"
    origin_id   = "portal"
  }
}
