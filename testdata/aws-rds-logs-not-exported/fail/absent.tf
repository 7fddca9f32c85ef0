resource "aws_db_instance" "clinic" { # expect: fail
  engine = "postgres"
}
