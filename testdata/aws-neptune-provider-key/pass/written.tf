resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_neptune_cluster" "referrals" {
  cluster_identifier = "clinic-referrals"
  storage_encrypted  = true
  kms_key_arn        = aws_kms_key.clinic.arn
}
