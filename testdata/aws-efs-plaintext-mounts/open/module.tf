resource "aws_efs_file_system" "scans" { # expect: open
  creation_token = "scans"
}

module "policy" {
  source         = "example.com/modules/efs-policy"
  file_system_id = aws_efs_file_system.scans.id
}
