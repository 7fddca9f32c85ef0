resource "aws_elasticache_replication_group" "clinic" { # expect: fail
  replication_group_id = "sessions"
  description          = "sessions"
}
