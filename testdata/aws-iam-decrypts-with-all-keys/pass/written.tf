resource "aws_kms_key" "records" {
  description = "Records"
}

resource "aws_iam_role_policy" "portal" {
  name = "portal"
  role = "portal"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = aws_kms_key.records.arn
      },
      {
        Effect   = "Allow"
        Action   = ["kms:ListAliases", "s3:ListAllMyBuckets"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = "*"
        Condition = {
          StringEquals = { "kms:ViaService" = "secretsmanager.us-east-1.amazonaws.com" }
        }
      },
      {
        Effect   = "Deny"
        Action   = ["kms:Decrypt"]
        Resource = "*"
      },
    ]
  })
}
