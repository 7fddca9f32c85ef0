resource "aws_rds_global_cluster" "records" { # expect: fail
  global_cluster_identifier = "clinic-records"
  engine                    = "aurora-postgresql"
}
