resource "aws_secretsmanager_secret" "database" { # expect: fail
  name = "clinic/database"
}

resource "aws_secretsmanager_secret" "lab" {
  name = "clinic/lab"
}

resource "aws_secretsmanager_secret_rotation" "lab" {
  secret_id           = aws_secretsmanager_secret.lab.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 365 # expect: fail
  }
}
