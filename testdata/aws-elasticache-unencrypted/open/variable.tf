variable "encrypt" {
  type = bool
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "clinic-sessions"
  description                = "Sessions of the portal"
  at_rest_encryption_enabled = var.encrypt # expect: open
}
