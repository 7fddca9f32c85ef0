resource "aws_elasticache_replication_group" "sessions" { # expect: fail
  replication_group_id = "clinic-sessions"
  description          = "Sessions of the portal"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "results" {
  replication_group_id       = "clinic-results"
  description                = "Query results"
  engine                     = "valkey"
  at_rest_encryption_enabled = "false" # expect: fail
}
