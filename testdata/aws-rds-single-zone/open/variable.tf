variable "multi_az" {
  type = bool
}

resource "aws_db_instance" "records" {
  engine   = "postgres"
  multi_az = var.multi_az # expect: open
}
