resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name          = "slow"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}

resource "aws_route53_health_check" "records" {
  type                    = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name   = aws_cloudwatch_metric_alarm.slow.alarm_name
  cloudwatch_alarm_region = "us-east-1"
}

resource "aws_cloudwatch_metric_alarm" "denied" { # expect: fail
  alarm_name          = "denied"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}
