resource "aws_elasticache_replication_group" "queue" { # expect: fail
  replication_group_id = "clinic-queue"
  description          = "Queue"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "clinic-sessions"
  description                = "Sessions"
  automatic_failover_enabled = false # expect: fail
}
