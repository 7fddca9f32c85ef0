resource "aws_backup_vault" "clinic" { # expect: fail
  name        = "clinic"
}
