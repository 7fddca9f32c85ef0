resource "aws_memorydb_cluster" "clinic" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name = "open-access" # expect: fail
}
