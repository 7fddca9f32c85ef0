resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "clinic-sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.clinic.arn
}
