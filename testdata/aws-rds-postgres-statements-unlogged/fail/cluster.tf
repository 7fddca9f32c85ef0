resource "aws_rds_cluster" "clinic" {
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = "clinic"
}

resource "aws_rds_cluster_parameter_group" "clinic" { # expect: fail
  name   = "clinic"
  family = "aurora-postgresql16"
}
