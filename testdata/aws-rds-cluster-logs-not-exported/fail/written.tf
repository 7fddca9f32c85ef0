resource "aws_rds_cluster" "clinic" {
  engine = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = [] # expect: fail
}
