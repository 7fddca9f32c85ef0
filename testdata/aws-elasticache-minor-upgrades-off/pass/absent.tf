resource "aws_elasticache_cluster" "clinic" {
  engine = "redis"
}
