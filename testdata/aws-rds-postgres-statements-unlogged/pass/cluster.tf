resource "aws_rds_cluster" "clinic" {
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.clinic.name
}

resource "aws_rds_cluster_parameter_group" "clinic" {
  name   = "clinic"
  family = "postgres16"
  parameter {
    name  = "log_statement"
    value = "mod"
  }
}
