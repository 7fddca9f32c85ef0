resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_kinesis_firehose_delivery_stream" "audit" {
  name        = "audit"
  destination = "extended_s3"

  server_side_encryption {
    enabled = true
    key_arn = aws_kms_key.clinic.arn
  }
}
