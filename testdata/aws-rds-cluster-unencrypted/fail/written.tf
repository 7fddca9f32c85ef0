resource "aws_rds_cluster" "records" {
  cluster_identifier = "clinic-records"
  engine             = "aurora-postgresql"
  master_username    = "clinic"
  storage_encrypted  = false # expect: fail
}
