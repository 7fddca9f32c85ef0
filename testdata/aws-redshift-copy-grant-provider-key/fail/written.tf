resource "aws_redshift_snapshot_copy_grant" "west" {
  snapshot_copy_grant_name = "clinic-west"
  kms_key_id               = "alias/aws/redshift" # expect: fail
}
