variable "choice" { type = string }

resource "aws_cognito_user_pool" "clinic" {
  name = "patients"
  user_pool_add_ons {
    advanced_security_mode = var.choice # expect: open
  }
}
