resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 ? * * *)"

    lifecycle {
      delete_after = 35
    }
  }

  rule {
    rule_name         = "yearly"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 1 1 ? *)"
  }
}
