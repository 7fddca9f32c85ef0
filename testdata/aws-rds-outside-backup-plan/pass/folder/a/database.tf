resource "aws_rds_cluster" "records" {
  engine = "aurora-postgresql"
}
