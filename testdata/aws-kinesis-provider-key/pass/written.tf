resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_kinesis_stream" "vitals" {
  name            = "vitals"
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.clinic.arn
}
