variable "public" { type = bool }

resource "aws_db_instance" "records" {
  engine              = "postgres"
  publicly_accessible = var.public # expect: open
}
