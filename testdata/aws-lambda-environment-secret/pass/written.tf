variable "stage" {
  type = string
}

resource "aws_secretsmanager_secret" "database" {
  name = "clinic/database"
}

resource "aws_lambda_function" "intake" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"

  environment {
    variables = {
      STAGE           = var.stage
      DB_SECRET       = aws_secretsmanager_secret.database.arn
      DB_PASSWORD_ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:clinic/database"
      API_TOKEN       = "clinic/api"
    }
  }
}
