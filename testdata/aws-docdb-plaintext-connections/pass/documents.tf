resource "aws_docdb_cluster_parameter_group" "charts" {
  name   = "charts"
  family = "docdb5.0"
  parameter {
    name  = "tls"
    value = "tls1.2+"
  }
  parameter {
    name  = "ttl_monitor"
    value = "disabled"
  }
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier              = "charts"
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.charts.name
}

resource "aws_docdb_cluster" "default" {
  cluster_identifier = "charts-2"
}
