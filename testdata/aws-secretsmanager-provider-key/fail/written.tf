resource "aws_secretsmanager_secret" "database" {
  name       = "clinic/database"
  kms_key_id = "alias/aws/secretsmanager" # expect: fail
}
