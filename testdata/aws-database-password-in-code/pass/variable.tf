variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "records" {
  engine   = "postgres"
  username = "clinic"
  password = var.password
}
