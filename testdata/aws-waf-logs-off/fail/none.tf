resource "aws_wafv2_web_acl" "clinic" { # expect: fail
  name  = "portal"
  scope = "REGIONAL"
}

resource "aws_wafregional_web_acl" "clinic" { # expect: fail
  name        = "portal"
  metric_name = "portal"
}
