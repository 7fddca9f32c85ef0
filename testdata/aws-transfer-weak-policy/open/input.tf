variable "policy" { type = string }

resource "aws_transfer_server" "claims" {
  security_policy_name = var.policy # expect: open
}
