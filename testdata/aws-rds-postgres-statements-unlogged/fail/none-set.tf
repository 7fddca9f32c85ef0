resource "aws_db_instance" "clinic" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.clinic.name
}

resource "aws_db_parameter_group" "clinic" {
  name   = "clinic"
  family = "postgres16"
  parameter {
    name  = "log_statement"
    value = "none" # expect: fail
  }
}
