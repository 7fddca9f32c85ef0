resource "aws_backup_vault" "clinic" { # expect: fail
  name = "clinic"
}

resource "aws_backup_vault" "west" {
  name = "west"
}

resource "aws_backup_vault_policy" "west" {
  backup_vault_name = aws_backup_vault.west.name

  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = ["backup:UpdateRecoveryPointLifecycle"] # expect: fail
      Resource  = "*"
    }]
  })
}
