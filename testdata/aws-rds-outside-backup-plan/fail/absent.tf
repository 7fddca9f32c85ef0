resource "aws_db_instance" "records" { # expect: fail
  engine                  = "postgres"
  backup_retention_period = 14
}
