resource "aws_memorydb_cluster" "sessions" { # expect: fail
  name        = "clinic-sessions"
  acl_name    = "clinic"
  node_type   = "db.t4g.small"
}
