resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_cloudwatch_log_group" "portal" {
  name       = "/clinic/portal"
  kms_key_id = aws_kms_key.clinic.arn
}
