resource "aws_cloudwatch_log_group" "trail" {
  name = "clinic-trail"
}

resource "aws_cloudtrail" "clinic" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_event_rule" "sign_ins" {
  name = "sign-ins"
  event_pattern = jsonencode({
    "detail-type" = ["AWS Console Sign In via CloudTrail"]
    detail        = { responseElements = { ConsoleLogin = ["Failure"] } }
  })
}
