resource "aws_dms_replication_instance" "legacy" { # expect: fail
  replication_instance_id    = "legacy"
  replication_instance_class = "dms.t3.medium"
}
