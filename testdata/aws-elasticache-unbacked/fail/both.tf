resource "aws_elasticache_replication_group" "queue" { # expect: fail
  replication_group_id = "clinic-queue"
  description          = "Queue"
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id               = "clinic-sessions"
  engine                   = "redis"
  snapshot_retention_limit = 0 # expect: fail
}
