resource "aws_iam_policy" "clinic" {
  name = "portal"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:GetRole"
      Resource = "arn:aws:s3:::clinic-charts/*"
    }]
  })
}

resource "aws_iam_group_policy" "clinic" {
  group = "staff"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = ["iam:PassRole"]
      Resource = ["*"]
    }]
  })
}

resource "aws_iam_role" "bare" {
  name               = "bare"
  assume_role_policy = "{}"
}
