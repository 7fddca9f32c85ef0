resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "clinic-sessions"
  description                = "Sessions of the portal"
  at_rest_encryption_enabled = true
}

# Valkey encrypts unless told otherwise.
resource "aws_elasticache_replication_group" "results" {
  replication_group_id = "clinic-results"
  description          = "Query results"
  engine               = "valkey"
}

resource "aws_elasticache_replication_group" "secondary" {
  replication_group_id        = "clinic-west"
  description                 = "Second region"
  global_replication_group_id = "ldgnf-clinic"
}
