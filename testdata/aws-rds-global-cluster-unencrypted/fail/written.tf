resource "aws_rds_global_cluster" "records" {
  global_cluster_identifier = "clinic-records"
  engine                    = "aurora-postgresql"
  storage_encrypted         = false # expect: fail
}
