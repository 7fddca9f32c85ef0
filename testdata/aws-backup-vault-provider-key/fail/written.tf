resource "aws_backup_vault" "clinic" {
  name        = "clinic"
  kms_key_arn = "alias/aws/backup" # expect: fail
}
