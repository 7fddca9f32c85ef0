resource "aws_docdb_cluster" "charts" {
  cluster_identifier              = "charts"
  db_cluster_parameter_group_name = "made-elsewhere" # expect: open
}
