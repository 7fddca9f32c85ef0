variable "choice" { type = number }

resource "aws_db_instance" "clinic" {
  engine = "postgres"
  monitoring_interval = var.choice # expect: open
}
