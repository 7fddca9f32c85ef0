variable "choice" { type = number }

resource "aws_iam_account_password_policy" "clinic" {
  allow_users_to_change_password = true
  password_reuse_prevention = var.choice # expect: open
}
