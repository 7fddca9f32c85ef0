resource "aws_cloudwatch_log_group" "trail" {
  name = "clinic-trail"
}

resource "aws_cloudtrail" "clinic" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "sign_ins" { # expect: fail
  name           = "failed-sign-ins"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"
  metric_transformation {
    name      = "FailedSignIns"
    namespace = "Clinic"
    value     = "1"
  }
}
