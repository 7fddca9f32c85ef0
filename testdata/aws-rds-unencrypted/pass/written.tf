resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = true
}
