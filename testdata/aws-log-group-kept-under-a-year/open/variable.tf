variable "days" { type = number }

resource "aws_cloudwatch_log_group" "api" {
  name              = "/clinic/api"
  retention_in_days = var.days # expect: open
}
