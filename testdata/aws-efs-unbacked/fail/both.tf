resource "aws_efs_file_system" "scans" { # expect: fail
  encrypted = true
}

resource "aws_efs_file_system" "letters" {
  encrypted = true
}

resource "aws_efs_backup_policy" "letters" {
  file_system_id = aws_efs_file_system.letters.id

  backup_policy {
    status = "DISABLED" # expect: fail
  }
}
