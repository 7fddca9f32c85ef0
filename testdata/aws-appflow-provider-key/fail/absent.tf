resource "aws_appflow_flow" "contacts" { # expect: fail
  name    = "contacts"
}
