variable "who" { type = string }

resource "aws_secretsmanager_secret_policy" "clinic" {
  secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:records"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.who } # expect: open
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}
