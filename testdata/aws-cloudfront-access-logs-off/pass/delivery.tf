resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "clinic" {
  name         = "portal"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.clinic.arn
}
