resource "aws_elasticache_cluster" "clinic" {
  engine = "redis"
  auto_minor_version_upgrade = true
}
