resource "aws_dms_replication_instance" "records" {
  replication_instance_id    = "records"
  replication_instance_class = "dms.t3.medium"
}
