resource "aws_neptune_cluster" "referrals" { # expect: fail
  cluster_identifier = "clinic-referrals"
  storage_encrypted  = true
}
