variable "retention" {
  type = number
}

resource "aws_db_instance" "records" {
  engine                  = "postgres"
  backup_retention_period = var.retention # expect: open
}
