resource "aws_iam_account_password_policy" "clinic" { # expect: fail
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
}
