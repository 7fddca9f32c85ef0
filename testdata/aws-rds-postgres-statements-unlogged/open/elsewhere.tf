resource "aws_db_instance" "clinic" {
  engine               = "postgres"
  parameter_group_name = "set-up-by-the-dbas" # expect: open
}
