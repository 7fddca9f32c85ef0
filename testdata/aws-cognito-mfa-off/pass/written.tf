resource "aws_cognito_user_pool" "clinic" {
  name = "patients"
  mfa_configuration = "ON"
}
