variable "key" {
  type = string
}

resource "aws_neptune_cluster" "referrals" {
  cluster_identifier = "clinic-referrals"
  storage_encrypted  = true
  kms_key_arn        = var.key # expect: open
}
