resource "aws_db_instance" "clinic" {
  engine = "postgres"
  monitoring_interval = 0 # expect: fail
}
