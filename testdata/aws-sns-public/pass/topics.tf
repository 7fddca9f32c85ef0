resource "aws_sns_topic" "admissions" {
  name = "admissions"
}

resource "aws_sns_topic_policy" "admissions" {
  arn = aws_sns_topic.admissions.arn
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["sns:Subscribe", "sns:Publish"]
        Resource  = aws_sns_topic.admissions.arn
        Condition = { StringEquals = { "AWS:SourceOwner" = "123456789012" } }
      },
      {
        Effect    = "Allow"
        Principal = { Service = "s3.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.admissions.arn
      }
    ]
  })
}
