resource "aws_efs_file_system" "uploads" { # expect: fail
  creation_token = "clinic-uploads"
}

resource "aws_efs_file_system" "scans" {
  creation_token = "clinic-scans"
  encrypted      = false # expect: fail
}
