resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_dms_replication_instance" "legacy" {
  replication_instance_id    = "legacy"
  replication_instance_class = "dms.t3.medium"
  kms_key_arn                = aws_kms_key.clinic.arn
}
