resource "aws_backup_plan" "weekly" {
  name = "weekly"

  rule {
    rule_name         = "weekly"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 ? * SUN *)" # expect: fail
  }
}

resource "aws_backup_plan" "short" {
  name = "short"

  rule {
    rule_name         = "daily"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 7 # expect: fail
    }
  }
}
