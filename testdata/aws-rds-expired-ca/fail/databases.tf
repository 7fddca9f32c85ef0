resource "aws_db_instance" "records" {
  engine             = "postgres"
  ca_cert_identifier = "rds-ca-2019" # expect: fail
}

resource "aws_rds_cluster_instance" "records" {
  engine             = "aurora-mysql"
  ca_cert_identifier = "rds-ca-2015" # expect: fail
}
