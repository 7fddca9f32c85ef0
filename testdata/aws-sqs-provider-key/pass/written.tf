resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_sqs_queue" "results" {
  name              = "lab-results"
  kms_master_key_id = aws_kms_key.clinic.arn
}
