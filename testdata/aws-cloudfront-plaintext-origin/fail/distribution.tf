resource "aws_lb" "portal" {
  name = "portal"
}

resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  origin {
    origin_id   = "portal"
    domain_name = aws_lb.portal.dns_name
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only" # expect: fail
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "portal"
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "aws_cloudfront_distribution" "as_the_viewer" {
  enabled = true
  origin {
    origin_id   = "portal"
    domain_name = "portal.clinic.example"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "match-viewer" # expect: fail
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "portal"
    viewer_protocol_policy = "allow-all"
  }
}
