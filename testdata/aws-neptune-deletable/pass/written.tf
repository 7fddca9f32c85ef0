resource "aws_neptune_cluster" "referrals" {
  cluster_identifier  = "clinic-referrals"
  deletion_protection = true
}
