resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_appflow_flow" "contacts" {
  name    = "contacts"
  kms_arn = aws_kms_key.clinic.arn
}
