variable "choice" { type = list(string) }

resource "aws_rds_cluster" "clinic" {
  engine = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = var.choice # expect: open
}
