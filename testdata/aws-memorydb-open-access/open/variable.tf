variable "choice" { type = string }

resource "aws_memorydb_cluster" "clinic" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name = var.choice # expect: open
}
