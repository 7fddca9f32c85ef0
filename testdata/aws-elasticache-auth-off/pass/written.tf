resource "aws_elasticache_replication_group" "clinic" {
  replication_group_id = "sessions"
  description          = "sessions"
  auth_token = "from-a-secret-store-1"
}
