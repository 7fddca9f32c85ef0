resource "aws_rds_global_cluster" "records" {
  global_cluster_identifier = "clinic-records"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
}

resource "aws_rds_cluster" "billing" {
  engine            = "aurora-mysql"
  storage_encrypted = true
}

resource "aws_rds_global_cluster" "billing" {
  global_cluster_identifier    = "clinic-billing"
  source_db_cluster_identifier = aws_rds_cluster.billing.arn
}
