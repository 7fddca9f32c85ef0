resource "aws_rds_cluster_parameter_group" "records" {
  name   = "records"
  family = "aurora-postgresql15"
  parameter {
    name  = "rds.force_ssl"
    value = 0 # expect: fail
  }
}

resource "aws_rds_cluster" "records" {
  engine                          = "aurora-postgresql"
  engine_version                  = "15.4"
  db_cluster_parameter_group_name = "records"
}

resource "aws_rds_cluster" "defaults" {
  engine         = "aurora-postgresql"
  engine_version = "16.4" # expect: fail
}
