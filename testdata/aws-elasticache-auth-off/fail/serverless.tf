resource "aws_elasticache_serverless_cache" "clinic" { # expect: fail
  engine = "valkey"
  name   = "sessions"
}
