resource "aws_db_instance" "clinic" {
  engine = "mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}
