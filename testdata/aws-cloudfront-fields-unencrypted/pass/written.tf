resource "aws_cloudfront_distribution" "portal" {
  enabled = true

  default_cache_behavior {
    allowed_methods           = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods            = ["GET", "HEAD"]
    target_origin_id          = "portal"
    viewer_protocol_policy    = "https-only"
    field_level_encryption_id = "C536ASKLS7D8Z3"
  }
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "site"
    viewer_protocol_policy = "https-only"
  }
}
