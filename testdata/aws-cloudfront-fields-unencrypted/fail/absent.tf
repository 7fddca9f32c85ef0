resource "aws_cloudfront_distribution" "portal" {
  enabled = true

  default_cache_behavior { # expect: fail
    allowed_methods        = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "portal"
    viewer_protocol_policy = "https-only"
  }
}
