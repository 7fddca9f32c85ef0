resource "aws_secretsmanager_secret" "database" { # expect: fail
  name       = "clinic/database"
}
