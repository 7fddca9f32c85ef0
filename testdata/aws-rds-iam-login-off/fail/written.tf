resource "aws_db_instance" "clinic" {
  engine = "postgres"
  iam_database_authentication_enabled = false # expect: fail
}
