resource "aws_docdb_cluster_parameter_group" "charts" {
  name   = "charts"
  family = "docdb5.0"
  parameter {
    name  = "tls"
    value = "disabled" # expect: fail
  }
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier              = "charts"
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.charts.name
}
