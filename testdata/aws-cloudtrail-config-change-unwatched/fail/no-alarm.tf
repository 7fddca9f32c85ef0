resource "aws_cloudwatch_log_group" "trail" {
  name = "clinic-trail"
}

resource "aws_cloudtrail" "clinic" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "watch" { # expect: fail
  name           = "watch"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel)) }"
  metric_transformation {
    name      = "Watch"
    namespace = "Clinic"
    value     = "1"
  }
}
