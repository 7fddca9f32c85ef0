resource "aws_efs_access_point" "clinic" {
  file_system_id = "fs-01"
  posix_user {
    uid = 1000
    gid = 1000
  }
}
