resource "random_password" "records" {
  length = 32
}

resource "aws_db_instance" "records" {
  engine   = "postgres"
  username = "clinic"
  password = random_password.records.result
}

resource "aws_rds_cluster" "billing" {
  engine                      = "aurora-mysql"
  master_username             = "clinic"
  manage_master_user_password = true
}

data "aws_secretsmanager_secret_version" "history" {
  secret_id = "clinic/history"
}

resource "aws_redshift_cluster" "history" {
  cluster_identifier = "history"
  node_type          = "ra3.xlplus"
  master_username    = "clinic"
  master_password    = data.aws_secretsmanager_secret_version.history.secret_string
}
