variable "balancer" { type = string }

resource "aws_lb" "portal" { # expect: open
  name = "portal"
}

resource "aws_wafv2_web_acl_association" "portal" {
  resource_arn = var.balancer
  web_acl_arn  = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/portal/a1b2c3d4"
}
