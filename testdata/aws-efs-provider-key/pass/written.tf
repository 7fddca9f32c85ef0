resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_efs_file_system" "scans" {
  encrypted  = true
  kms_key_id = aws_kms_key.clinic.arn
}
