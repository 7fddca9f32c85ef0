resource "aws_efs_access_point" "clinic" { # expect: fail
  file_system_id = "fs-01"
}
