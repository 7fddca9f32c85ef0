variable "authority" { type = string }

resource "aws_db_instance" "records" {
  engine             = "postgres"
  ca_cert_identifier = var.authority # expect: open
}
