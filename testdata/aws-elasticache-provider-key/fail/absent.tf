resource "aws_elasticache_replication_group" "sessions" { # expect: fail
  replication_group_id       = "clinic-sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}
