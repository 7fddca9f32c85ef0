resource "aws_efs_file_system" "scans" { # expect: fail
  encrypted  = true
}
