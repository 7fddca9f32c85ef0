resource "aws_cloudwatch_log_group" "api" {
  name              = "/clinic/api"
  retention_in_days = 30 # expect: fail
}
