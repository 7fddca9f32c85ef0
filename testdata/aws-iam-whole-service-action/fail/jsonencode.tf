resource "aws_iam_policy" "clinic" {
  name = "portal"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*" # expect: fail
      Resource = "arn:aws:s3:::clinic-charts"
    }]
  })
}
