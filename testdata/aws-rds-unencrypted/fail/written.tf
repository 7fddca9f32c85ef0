resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = false # expect: fail
}
