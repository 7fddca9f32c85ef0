resource "aws_docdb_cluster" "charts" {
  cluster_identifier      = "clinic-charts"
  backup_retention_period = 14
}
