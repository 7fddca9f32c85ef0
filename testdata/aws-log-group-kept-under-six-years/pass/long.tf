resource "aws_cloudwatch_log_group" "api" {
  name              = "/clinic/api"
  retention_in_days = 2192
}

resource "aws_cloudwatch_log_group" "audit" {
  name = "/clinic/audit"
}
