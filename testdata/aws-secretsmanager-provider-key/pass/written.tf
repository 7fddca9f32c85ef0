resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_secretsmanager_secret" "database" {
  name       = "clinic/database"
  kms_key_id = aws_kms_key.clinic.arn
}
