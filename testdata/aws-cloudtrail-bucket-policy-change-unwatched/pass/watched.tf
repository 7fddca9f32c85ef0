resource "aws_cloudwatch_log_group" "trail" {
  name = "clinic-trail"
}

resource "aws_cloudtrail" "clinic" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_metric_filter" "watch" {
  name           = "watch"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = DeleteBucketPolicy)) }"
  metric_transformation {
    name      = "Watch"
    namespace = "Clinic"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "watch" {
  alarm_name          = "watch"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  metric_name         = aws_cloudwatch_log_metric_filter.watch.metric_transformation[0].name
  namespace           = "Clinic"
  alarm_actions       = ["arn:aws:sns:us-east-1:111122223333:security"]
}
