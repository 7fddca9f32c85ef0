resource "aws_db_instance" "records" { # expect: fail
  engine = "postgres"
}

resource "aws_rds_cluster" "billing" {
  engine              = "aurora-mysql"
  deletion_protection = false # expect: fail
}
