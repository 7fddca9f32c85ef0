resource "aws_elasticache_replication_group" "clinic" {
  replication_group_id = "sessions"
  description          = "sessions"
  user_group_ids = [] # expect: fail
}
