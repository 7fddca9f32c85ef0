resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
}

resource "aws_elasticache_replication_group" "elsewhere" {
  replication_group_id        = "sessions-west"
  description                 = "Sessions"
  global_replication_group_id = "abcde-sessions"
}

resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "sessions-1"
  replication_group_id = aws_elasticache_replication_group.sessions.id
}

resource "aws_elasticache_cluster" "memcached" {
  cluster_id                 = "pages"
  engine                     = "memcached"
  transit_encryption_enabled = true
}
