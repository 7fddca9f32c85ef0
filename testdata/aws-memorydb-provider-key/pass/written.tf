resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_memorydb_cluster" "sessions" {
  name        = "clinic-sessions"
  acl_name    = "clinic"
  node_type   = "db.t4g.small"
  kms_key_arn = aws_kms_key.clinic.arn
}
