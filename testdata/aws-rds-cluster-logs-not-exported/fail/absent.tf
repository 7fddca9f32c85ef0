resource "aws_rds_cluster" "clinic" { # expect: fail
  engine = "aurora-postgresql"
}
