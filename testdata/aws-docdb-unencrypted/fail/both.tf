resource "aws_docdb_cluster" "charts" { # expect: fail
  cluster_identifier = "clinic-charts"
  master_username    = "clinic"
}

resource "aws_docdb_cluster" "letters" {
  cluster_identifier = "clinic-letters"
  storage_encrypted  = false # expect: fail
}

resource "aws_docdb_global_cluster" "charts" { # expect: fail
  global_cluster_identifier = "clinic-charts"
  engine                    = "docdb"
}
