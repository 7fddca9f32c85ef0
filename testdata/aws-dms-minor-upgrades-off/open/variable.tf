variable "choice" { type = bool }

resource "aws_dms_replication_instance" "clinic" {
  replication_instance_id    = "clinic"
  replication_instance_class = "dms.t3.medium"
  auto_minor_version_upgrade = var.choice # expect: open
}
