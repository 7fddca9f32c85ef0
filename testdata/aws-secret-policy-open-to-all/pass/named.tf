resource "aws_secretsmanager_secret_policy" "clinic" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:records"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/portal" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}

resource "aws_secretsmanager_secret" "clinic" {
  name = "plain"
}
