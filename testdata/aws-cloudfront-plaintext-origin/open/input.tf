variable "protocol" { type = string }

resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  origin {
    origin_id   = "portal"
    domain_name = "portal.clinic.example"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = var.protocol # expect: open
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "portal"
    viewer_protocol_policy = "allow-all"
  }
}
