variable "choice" { type = number }

resource "aws_cognito_user_pool" "clinic" {
  name = "patients"
  password_policy {
    minimum_length = var.choice # expect: open
  }
}
