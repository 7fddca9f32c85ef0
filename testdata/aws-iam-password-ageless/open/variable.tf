variable "choice" { type = number }

resource "aws_iam_account_password_policy" "clinic" {
  allow_users_to_change_password = true
  max_password_age = var.choice # expect: open
}
