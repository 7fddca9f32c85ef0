resource "aws_iam_account_password_policy" "clinic" { # expect: fail
  allow_users_to_change_password = true
}
