resource "aws_sns_topic" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  sns_topic_name = aws_sns_topic.trail.name
}
