resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_timestreamwrite_database" "vitals" {
  database_name = "vitals"
  kms_key_id    = aws_kms_key.clinic.arn
}
