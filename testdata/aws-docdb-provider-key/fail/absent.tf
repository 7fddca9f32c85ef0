resource "aws_docdb_cluster" "charts" { # expect: fail
  cluster_identifier = "clinic-charts"
  storage_encrypted  = true
}
