variable "retention" {
  type = number
}

resource "aws_redshift_cluster" "history" {
  cluster_identifier                  = "clinic-history"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = var.retention # expect: open
}
