resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_mq_broker" "hl7" {
  broker_name = "hl7"

  encryption_options {
    use_aws_owned_key = false
    kms_key_id        = aws_kms_key.clinic.arn
  }
}
