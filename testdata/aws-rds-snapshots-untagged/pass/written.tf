resource "aws_db_instance" "records" {
  engine                = "postgres"
  copy_tags_to_snapshot = true
}
