resource "aws_db_instance" "clinic" {
  engine = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
}
