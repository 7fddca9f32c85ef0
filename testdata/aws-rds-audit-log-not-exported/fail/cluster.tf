resource "aws_rds_cluster" "clinic" {
  engine = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error"] # expect: fail
}
