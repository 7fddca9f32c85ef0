locals {
  group = "clinic-trail"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = local.group
}

resource "aws_cloudtrail" "clinic" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "sign_ins" {
  name           = "failed-sign-ins"
  log_group_name = local.group
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
  metric_name         = "FailedSignIns"
  namespace           = "Clinic"
}
