variable "password" {
  type    = string
  default = "clinic-2024"
}

resource "aws_db_instance" "records" {
  engine   = "postgres"
  username = "clinic"
  password = "not-a-real-one" # expect: fail
}

resource "aws_rds_cluster" "billing" {
  engine          = "aurora-mysql"
  master_username = "clinic"
  master_password = var.password # expect: fail
}

resource "aws_mq_broker" "hl7" {
  broker_name = "hl7"

  user {
    username = "clinic"
    password = "not-a-real-one" # expect: fail
  }
}
