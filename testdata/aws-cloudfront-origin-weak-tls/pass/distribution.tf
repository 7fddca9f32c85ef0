resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  origin {
    origin_id   = "portal"
    domain_name = "portal.clinic.example"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}
