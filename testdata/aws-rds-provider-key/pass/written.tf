resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = aws_kms_key.clinic.arn
}
