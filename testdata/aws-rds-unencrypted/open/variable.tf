variable "encrypt" { type = bool }

resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = var.encrypt # expect: open
}
