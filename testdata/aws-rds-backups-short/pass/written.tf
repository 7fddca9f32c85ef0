resource "aws_db_instance" "records" {
  engine                  = "postgres"
  backup_retention_period = 14
}
