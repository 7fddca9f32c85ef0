variable "choice" { type = string }

resource "aws_cognito_user_pool" "clinic" {
  name = "patients"
  mfa_configuration = var.choice # expect: open
}
