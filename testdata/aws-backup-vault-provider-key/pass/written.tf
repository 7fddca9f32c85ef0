resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_backup_vault" "clinic" {
  name        = "clinic"
  kms_key_arn = aws_kms_key.clinic.arn
}
