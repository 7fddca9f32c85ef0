resource "aws_iam_account_password_policy" "clinic" {
  allow_users_to_change_password = true
  minimum_password_length = 8 # expect: fail
}
