resource "aws_memorydb_cluster" "vitals" {
  acl_name  = "vitals"
  node_type = "db.t4g.small"
}
