resource "aws_redshift_snapshot_copy_grant" "west" { # expect: fail
  snapshot_copy_grant_name = "clinic-west"
}
