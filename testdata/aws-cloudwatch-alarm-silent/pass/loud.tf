resource "aws_cloudwatch_metric_alarm" "denied" {
  alarm_name          = "denied-calls"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_cloudwatch_metric_alarm" "release" {
  alarm_name          = "release"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}

resource "aws_ecs_service" "api" {
  name = "api"
  alarms {
    enable      = true
    rollback    = true
    alarm_names = [aws_cloudwatch_metric_alarm.release.alarm_name]
  }
}
