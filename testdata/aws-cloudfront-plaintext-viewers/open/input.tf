variable "policy" { type = string }

resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  default_cache_behavior {
    target_origin_id       = "portal"
    viewer_protocol_policy = var.policy # expect: open
  }
}
