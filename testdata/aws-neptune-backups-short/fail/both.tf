resource "aws_neptune_cluster" "referrals" { # expect: fail
  cluster_identifier = "clinic-referrals"
}

resource "aws_neptune_cluster" "families" {
  cluster_identifier      = "clinic-families"
  backup_retention_period = 5 # expect: fail
}
