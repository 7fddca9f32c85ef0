resource "aws_ecr_repository_policy" "portal" {
  repository = "portal"
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
        Action    = ["ecr:BatchGetImage"]
      },
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = ["ecr:BatchGetImage"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
      }
    ]
  })
}
