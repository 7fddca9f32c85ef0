resource "aws_wafv2_web_acl" "clinic" {
  name  = "portal"
  scope = "REGIONAL"
}

resource "aws_wafv2_web_acl_logging_configuration" "clinic" {
  resource_arn            = aws_wafv2_web_acl.clinic.arn
  log_destination_configs = ["arn:aws:s3:::aws-waf-logs-clinic"]
}

resource "aws_wafregional_web_acl" "clinic" {
  name        = "portal"
  metric_name = "portal"
  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-clinic"
  }
}
