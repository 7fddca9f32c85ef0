resource "aws_cloudfront_distribution" "portal" { # expect: fail
  enabled = true
}
