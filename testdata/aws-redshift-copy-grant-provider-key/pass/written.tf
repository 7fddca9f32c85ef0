resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_redshift_snapshot_copy_grant" "west" {
  snapshot_copy_grant_name = "clinic-west"
  kms_key_id               = aws_kms_key.clinic.arn
}
