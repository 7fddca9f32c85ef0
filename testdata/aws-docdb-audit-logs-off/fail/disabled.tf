resource "aws_docdb_cluster" "clinic" {
  cluster_identifier              = "clinic"
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.clinic.name
  enabled_cloudwatch_logs_exports = ["audit"]
}

resource "aws_docdb_cluster_parameter_group" "clinic" {
  family = "docdb5.0"
  name   = "clinic"
  parameter {
    name  = "audit_logs"
    value = "disabled" # expect: fail
  }
}
