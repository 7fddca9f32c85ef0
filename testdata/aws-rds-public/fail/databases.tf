resource "aws_db_instance" "records" {
  engine              = "postgres"
  publicly_accessible = true # expect: fail
}

resource "aws_rds_cluster_instance" "records" {
  cluster_identifier  = "records"
  engine              = "aurora-postgresql"
  publicly_accessible = "true" # expect: fail
}
