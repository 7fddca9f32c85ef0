resource "aws_db_instance" "records" {
  engine               = "postgres"
  engine_version       = "14.12"
  parameter_group_name = "made-elsewhere" # expect: open
}
