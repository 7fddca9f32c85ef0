resource "aws_efs_file_system" "scans" { # expect: fail
  creation_token = "scans"
}
