variable "engine" { type = string }

resource "aws_db_instance" "clinic" {
  engine = var.engine # expect: open
  enabled_cloudwatch_logs_exports = ["error"]
}
