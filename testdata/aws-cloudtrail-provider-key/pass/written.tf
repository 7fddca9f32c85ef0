resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-audit"
  kms_key_id     = aws_kms_key.clinic.arn
}
