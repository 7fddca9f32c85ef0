resource "aws_db_parameter_group" "records" {
  name   = "records-postgres14"
  family = "postgres14"
  parameter {
    name  = "rds.force_ssl"
    value = true
  }
}

resource "aws_db_instance" "by_reference" {
  engine               = "postgres"
  engine_version       = "14.12"
  parameter_group_name = aws_db_parameter_group.records.name
}

resource "aws_db_instance" "by_name" {
  engine               = "postgres"
  engine_version       = "14.12"
  parameter_group_name = "records-postgres14"
}

resource "aws_db_instance" "new" {
  engine         = "postgres"
  engine_version = "16.3"
}

resource "aws_db_instance" "new_default_group" {
  engine               = "postgres"
  engine_version       = "16.3"
  parameter_group_name = "default.postgres16"
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.new.identifier
}

resource "aws_db_instance" "oracle" {
  engine = "oracle-se2"
}

resource "aws_db_parameter_group" "other" {
  name   = "records-postgres17"
  family = "postgres17"
  parameter {
    name  = "log_connections"
    value = "1"
  }
}

resource "aws_db_instance" "silent_group" {
  engine               = "postgres"
  engine_version       = "17.2"
  parameter_group_name = aws_db_parameter_group.other.name
}
