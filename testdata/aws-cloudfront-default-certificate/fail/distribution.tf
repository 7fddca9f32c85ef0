resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  viewer_certificate { # expect: fail
    cloudfront_default_certificate = true
  }
}
