resource "aws_docdb_cluster" "clinic" { # expect: fail
  cluster_identifier              = "clinic"
}
