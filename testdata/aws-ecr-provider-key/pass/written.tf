resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_ecr_repository" "portal" {
  name = "clinic/portal"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.clinic.arn
  }
}
