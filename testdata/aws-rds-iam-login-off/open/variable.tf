variable "choice" { type = bool }

resource "aws_db_instance" "clinic" {
  engine = "postgres"
  iam_database_authentication_enabled = var.choice # expect: open
}
