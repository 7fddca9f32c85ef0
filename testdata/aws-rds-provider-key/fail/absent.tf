resource "aws_db_instance" "records" { # expect: fail
  engine            = "postgres"
  storage_encrypted = true
}
