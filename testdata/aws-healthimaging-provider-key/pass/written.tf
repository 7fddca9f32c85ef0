resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "awscc_healthimaging_datastore" "radiology" {
  datastore_name = "radiology"
  kms_key_arn    = aws_kms_key.clinic.arn
}
