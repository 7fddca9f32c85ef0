resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_redshiftserverless_namespace" "history" {
  namespace_name = "clinic-history"
  kms_key_id     = aws_kms_key.clinic.arn
}
