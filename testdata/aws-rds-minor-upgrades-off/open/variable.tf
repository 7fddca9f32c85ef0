variable "choice" { type = bool }

resource "aws_db_instance" "clinic" {
  engine = "postgres"
  auto_minor_version_upgrade = var.choice # expect: open
}
