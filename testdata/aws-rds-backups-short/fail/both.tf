resource "aws_db_instance" "records" {
  engine                  = "postgres"
  backup_retention_period = 1 # expect: fail
}

resource "aws_rds_cluster" "billing" { # expect: fail
  engine = "aurora-mysql"
}
