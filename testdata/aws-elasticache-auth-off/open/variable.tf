variable "token" { type = string }

resource "aws_elasticache_replication_group" "clinic" {
  replication_group_id = "sessions"
  description          = "sessions"
  auth_token = var.token # expect: open
}
