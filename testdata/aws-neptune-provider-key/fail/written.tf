resource "aws_neptune_cluster" "referrals" {
  cluster_identifier = "clinic-referrals"
  storage_encrypted  = true
  kms_key_arn        = "alias/aws/rds" # expect: fail
}
