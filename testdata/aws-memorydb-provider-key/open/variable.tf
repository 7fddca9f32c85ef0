variable "key" {
  type = string
}

resource "aws_memorydb_cluster" "sessions" {
  name        = "clinic-sessions"
  acl_name    = "clinic"
  node_type   = "db.t4g.small"
  kms_key_arn = var.key # expect: open
}
