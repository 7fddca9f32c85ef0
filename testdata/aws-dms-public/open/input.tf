variable "public" { type = bool }

resource "aws_dms_replication_instance" "records" {
  replication_instance_id    = "records"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = var.public # expect: open
}
