variable "key" {
  type = string
}

resource "aws_secretsmanager_secret" "database" {
  name       = "clinic/database"
  kms_key_id = var.key # expect: open
}
