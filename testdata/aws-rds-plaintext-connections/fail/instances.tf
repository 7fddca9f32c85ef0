resource "aws_db_parameter_group" "records" {
  name   = "records-postgres16"
  family = "postgres16"

  parameter {
    name  = "log_connections"
    value = "1"
  }
  parameter {
    name  = "rds.force_ssl"
    value = "0" # expect: fail
  }
}

resource "aws_db_instance" "by_reference" {
  engine               = "postgres"
  engine_version       = "16.3"
  parameter_group_name = aws_db_parameter_group.records.name
}

# Version 15 and later require TLS by default, earlier ones do not.
resource "aws_db_instance" "old" {
  engine         = "postgres"
  engine_version = "14.12" # expect: fail
}

resource "aws_db_instance" "old_default_group" {
  engine               = "postgres"
  engine_version       = "13" # expect: fail
  parameter_group_name = "default.postgres13"
}

resource "aws_db_instance" "mysql" {
  engine         = "mysql"
  engine_version = "8.0.36" # expect: fail
}

resource "aws_db_instance" "sqlserver" {
  engine = "sqlserver-se" # expect: fail
}

resource "aws_db_parameter_group" "silent" {
  name   = "records-mariadb"
  family = "mariadb10.11"
  parameter {
    name  = "max_connections"
    value = "200"
  }
}

resource "aws_db_instance" "mariadb" {
  engine               = "mariadb"
  engine_version       = "10.11" # expect: fail
  parameter_group_name = "records-mariadb"
}
