resource "aws_cloudwatch_log_metric_filter" "sign_ins" {
  name           = "failed-sign-ins"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"
  metric_transformation {
    name      = "FailedSignIns"
    namespace = "Clinic"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "sign_ins" {
  alarm_name          = "failed-sign-ins"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  threshold           = 3
  metric_name         = aws_cloudwatch_log_metric_filter.sign_ins.metric_transformation[0].name
  namespace           = "Clinic"
  period              = 300
  statistic           = "Sum"
  alarm_actions       = ["arn:aws:sns:us-east-1:111122223333:security"]
}
