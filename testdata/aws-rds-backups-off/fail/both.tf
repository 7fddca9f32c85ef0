resource "aws_db_instance" "records" { # expect: fail
  engine         = "postgres"
  instance_class = "db.t4g.large"
}

resource "aws_db_instance" "letters" {
  engine                  = "postgres"
  instance_class          = "db.t4g.large"
  backup_retention_period = 0 # expect: fail
}
