resource "aws_elasticache_replication_group" "absent" { # expect: fail
  replication_group_id = "sessions"
  description          = "Sessions"
}

resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "sessions-2"
  description                = "Sessions"
  transit_encryption_enabled = false # expect: fail
}

resource "aws_elasticache_replication_group" "both" {
  replication_group_id       = "sessions-3"
  description                = "Sessions"
  transit_encryption_enabled = true
  transit_encryption_mode    = "preferred" # expect: fail
}

resource "aws_elasticache_cluster" "memcached" { # expect: fail
  cluster_id = "pages"
  engine     = "memcached"
}
