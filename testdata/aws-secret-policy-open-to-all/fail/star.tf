resource "aws_secretsmanager_secret_policy" "clinic" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:records"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: fail
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}
