variable "key" {
  type = string
}

resource "aws_redshift_snapshot_copy_grant" "west" {
  snapshot_copy_grant_name = "clinic-west"
  kms_key_id               = var.key # expect: open
}
