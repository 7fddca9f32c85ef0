resource "aws_lb" "portal" {
  name = "portal"
}

resource "aws_lb" "hl7" {
  name               = "hl7"
  load_balancer_type = "network"
}

resource "aws_lb" "records" {
  name     = "records"
  internal = true
}

resource "aws_wafv2_web_acl_association" "portal" {
  resource_arn = aws_lb.portal.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/portal/a1b2c3d4"
}
