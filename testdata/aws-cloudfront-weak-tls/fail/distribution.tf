resource "aws_cloudfront_distribution" "absent" {
  enabled = true
  viewer_certificate { # expect: fail
    acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    ssl_support_method  = "sni-only"
  }
}

resource "aws_cloudfront_distribution" "old" {
  enabled = true
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    minimum_protocol_version = "TLSv1.1_2016" # expect: fail
    ssl_support_method       = "sni-only"
  }
}
