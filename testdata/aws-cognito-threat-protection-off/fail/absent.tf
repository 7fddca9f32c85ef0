resource "aws_cognito_user_pool" "clinic" { # expect: fail
  name = "patients"
}
