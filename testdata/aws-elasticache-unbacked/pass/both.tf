resource "aws_elasticache_replication_group" "queue" {
  replication_group_id     = "clinic-queue"
  description              = "Queue"
  snapshot_retention_limit = 15
}

resource "aws_elasticache_cluster" "pages" {
  cluster_id = "clinic-pages"
  engine     = "memcached"
}
