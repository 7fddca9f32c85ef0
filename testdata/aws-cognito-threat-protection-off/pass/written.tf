resource "aws_cognito_user_pool" "clinic" {
  name = "patients"
  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}
