resource "aws_cloudwatch_log_group" "api" {
  name              = "/clinic/api"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "audit" {
  name = "/clinic/audit"
}

resource "aws_cloudwatch_log_group" "kept" {
  name              = "/clinic/kept"
  retention_in_days = 0
}
