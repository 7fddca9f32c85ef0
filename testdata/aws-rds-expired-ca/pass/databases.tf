resource "aws_db_instance" "records" {
  engine             = "postgres"
  ca_cert_identifier = "rds-ca-rsa2048-g1"
}

resource "aws_db_instance" "default" {
  engine = "postgres"
}
