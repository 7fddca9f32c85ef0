resource "aws_db_instance" "clinic" {
  engine = "postgres"
}
