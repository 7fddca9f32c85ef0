variable "acl" { type = string }

resource "aws_wafv2_web_acl" "clinic" { # expect: open
  name  = "portal"
  scope = "REGIONAL"
}

resource "aws_wafv2_web_acl_logging_configuration" "clinic" {
  resource_arn            = var.acl
  log_destination_configs = ["arn:aws:s3:::aws-waf-logs-clinic"]
}
