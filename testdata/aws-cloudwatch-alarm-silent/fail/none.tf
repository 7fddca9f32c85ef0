resource "aws_cloudwatch_metric_alarm" "denied" { # expect: fail
  alarm_name          = "denied-calls"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}

resource "aws_cloudwatch_metric_alarm" "off" {
  alarm_name          = "off"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:us-east-1:111122223333:security"]
  actions_enabled     = false # expect: fail
}
