variable "days" {
  type = number
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = var.days # expect: open
    }
  }
}
