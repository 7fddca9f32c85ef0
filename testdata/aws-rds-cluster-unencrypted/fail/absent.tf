resource "aws_rds_cluster" "records" { # expect: fail
  cluster_identifier = "clinic-records"
  engine             = "aurora-postgresql"
  engine_mode        = "provisioned"
  master_username    = "clinic"
}

resource "aws_rds_cluster" "billing" { # expect: fail
  cluster_identifier        = "clinic-billing"
  engine                    = "mysql"
  db_cluster_instance_class = "db.r6gd.large"
  storage_type              = "io1"
}
