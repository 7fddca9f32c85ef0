resource "aws_db_instance" "records" {
  engine              = "postgres"
  skip_final_snapshot = true # expect: fail
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier  = "clinic-charts"
  skip_final_snapshot = true # expect: fail
}
