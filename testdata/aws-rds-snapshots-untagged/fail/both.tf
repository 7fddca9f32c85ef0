resource "aws_db_instance" "records" { # expect: fail
  engine = "postgres"
}

resource "aws_rds_cluster" "billing" {
  engine                = "aurora-mysql"
  copy_tags_to_snapshot = false # expect: fail
}
