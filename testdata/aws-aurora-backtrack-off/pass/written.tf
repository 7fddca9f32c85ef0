resource "aws_rds_cluster" "billing" {
  engine           = "aurora-mysql"
  backtrack_window = 86400
}

resource "aws_rds_cluster" "records" {
  engine = "aurora-postgresql"
}
