resource "aws_backup_vault" "clinic" {
  name = "clinic"
}

resource "aws_backup_vault_lock_configuration" "clinic" {
  backup_vault_name  = aws_backup_vault.clinic.name
  min_retention_days = 35
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
      Action    = ["backup:DeleteRecoveryPoint", "backup:DeleteBackupVault"]
      Resource  = "*"
    }]
  })
}
