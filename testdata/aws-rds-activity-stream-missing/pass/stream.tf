resource "aws_rds_cluster" "clinic" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_activity_stream" "clinic" {
  resource_arn = aws_rds_cluster.clinic.arn
  mode         = "async"
  kms_key_id   = "alias/clinic"
}
