resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_s3_object" "seed" {
  bucket     = "clinic-records"
  key        = "seed/patients.csv"
  source     = "patients.csv"
  kms_key_id = aws_kms_key.clinic.arn
}
