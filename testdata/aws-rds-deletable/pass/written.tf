resource "aws_db_instance" "records" {
  engine              = "postgres"
  deletion_protection = true
}

resource "aws_rds_cluster" "billing" {
  engine              = "aurora-mysql"
  deletion_protection = true
}
