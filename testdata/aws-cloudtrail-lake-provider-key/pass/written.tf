resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_cloudtrail_event_data_store" "clinic" {
  name       = "clinic"
  kms_key_id = aws_kms_key.clinic.arn
}
