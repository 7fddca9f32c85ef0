resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "clinic-charts"
  storage_encrypted  = true
  kms_key_id         = "alias/aws/rds" # expect: fail
}
