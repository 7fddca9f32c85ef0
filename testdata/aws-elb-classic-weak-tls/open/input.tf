variable "policy" { type = string }

resource "aws_load_balancer_policy" "portal" {
  load_balancer_name = "portal"
  policy_name        = "portal"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Reference-Security-Policy"
    value = var.policy # expect: open
  }
}
