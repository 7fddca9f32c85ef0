resource "aws_cloudwatch_log_group" "portal" { # expect: fail
  name       = "/clinic/portal"
}
