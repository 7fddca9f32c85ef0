variable "key" {
  type = string
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "clinic-sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
  kms_key_id                 = var.key # expect: open
}
