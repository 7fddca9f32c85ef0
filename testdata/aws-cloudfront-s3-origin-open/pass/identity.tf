resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
  origin {
    domain_name = "clinic-portal.s3.us-east-1.amazonaws.com"
    origin_id   = "portal"
    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/E1"
    }
  }
}
