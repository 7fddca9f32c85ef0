resource "aws_efs_access_point" "clinic" {
  file_system_id = "fs-01"
  root_directory {
    path = "/" # expect: fail
  }
}
