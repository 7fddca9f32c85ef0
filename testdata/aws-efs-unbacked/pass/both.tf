resource "aws_efs_file_system" "scans" {
  encrypted = true
}

resource "aws_efs_backup_policy" "scans" {
  file_system_id = aws_efs_file_system.scans.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system" "letters" {
  encrypted = true
}

resource "aws_backup_selection" "letters" {
  name         = "letters"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = "1a2b3c4d"
  resources    = [aws_efs_file_system.letters.arn]
}
