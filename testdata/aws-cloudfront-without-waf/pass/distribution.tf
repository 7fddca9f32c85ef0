resource "aws_wafv2_web_acl" "portal" {
  name  = "portal"
  scope = "CLOUDFRONT"
}

resource "aws_cloudfront_distribution" "portal" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.portal.arn
}
