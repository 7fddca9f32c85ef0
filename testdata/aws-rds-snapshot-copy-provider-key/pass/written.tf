resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_db_snapshot_copy" "monthly" {
  source_db_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:snapshot:records-june"
  target_db_snapshot_identifier = "records-june-kept"
  kms_key_id                    = aws_kms_key.clinic.arn
}
