resource "aws_neptune_cluster" "referrals" {
  cluster_identifier = "clinic-referrals"
  storage_encrypted  = true
}

resource "aws_neptune_cluster_snapshot" "referrals" {
  db_cluster_identifier          = aws_neptune_cluster.referrals.id
  db_cluster_snapshot_identifier = "before-upgrade"
}
