resource "aws_neptune_cluster" "referrals" {
  cluster_identifier      = "clinic-referrals"
  backup_retention_period = 7
}
