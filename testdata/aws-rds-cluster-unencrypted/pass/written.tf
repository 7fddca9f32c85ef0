locals {
  phi = true
}

resource "aws_rds_cluster" "records" {
  engine            = "aurora-postgresql"
  storage_encrypted = local.phi
}

# The first serverless Aurora is always encrypted.
resource "aws_rds_cluster" "reports" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}

resource "aws_rds_cluster" "restored" {
  engine              = "aurora-postgresql"
  snapshot_identifier = "clinic-records-before-upgrade"
}

resource "aws_rds_cluster" "unused" {
  count  = 0
  engine = "aurora-mysql"
}
