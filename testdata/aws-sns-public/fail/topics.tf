resource "aws_sns_topic" "admissions" {
  name = "admissions"
}

resource "aws_sns_topic_policy" "admissions" {
  arn = aws_sns_topic.admissions.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: fail
      Action    = ["sns:Subscribe", "sns:Publish"]
      Resource  = aws_sns_topic.admissions.arn
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

resource "aws_sns_topic" "inline" {
  name = "results"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:*", Resource = "*" }] # expect: fail
  })
}
