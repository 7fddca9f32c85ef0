variable "key" {
  type = string
}

resource "aws_backup_vault" "clinic" {
  name        = "clinic"
  kms_key_arn = var.key # expect: open
}
