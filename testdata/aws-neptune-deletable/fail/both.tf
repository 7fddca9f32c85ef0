resource "aws_neptune_cluster" "referrals" { # expect: fail
  cluster_identifier = "clinic-referrals"
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier  = "clinic-charts"
  deletion_protection = false # expect: fail
}
