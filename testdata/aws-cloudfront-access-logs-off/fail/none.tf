resource "aws_cloudfront_distribution" "clinic" { # expect: fail
  enabled = true
}
