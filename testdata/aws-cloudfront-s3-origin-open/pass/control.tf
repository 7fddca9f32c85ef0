resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
  origin {
    domain_name = "clinic-portal.s3.us-east-1.amazonaws.com"
    origin_id   = "portal"
    origin_access_control_id = aws_cloudfront_origin_access_control.clinic.id
  }
  origin {
    domain_name = "api.clinic.example"
    origin_id   = "api"
    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }
}

resource "aws_cloudfront_origin_access_control" "clinic" {
  name = "portal"
}
