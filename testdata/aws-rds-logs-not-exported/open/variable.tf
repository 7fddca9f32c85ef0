variable "choice" { type = list(string) }

resource "aws_db_instance" "clinic" {
  engine = "postgres"
  enabled_cloudwatch_logs_exports = var.choice # expect: open
}
