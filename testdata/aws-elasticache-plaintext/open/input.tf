variable "encrypt" { type = bool }

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = var.encrypt # expect: open
}
