resource "aws_elasticache_replication_group" "queue" {
  replication_group_id       = "clinic-queue"
  description                = "Queue"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
}
