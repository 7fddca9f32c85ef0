resource "aws_docdb_cluster" "charts" { # expect: fail
  cluster_identifier = "clinic-charts"
}

resource "aws_docdb_cluster" "letters" {
  cluster_identifier      = "clinic-letters"
  backup_retention_period = 3 # expect: fail
}
