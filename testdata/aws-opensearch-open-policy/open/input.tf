variable "policy" { type = string }

resource "aws_opensearch_domain" "notes" {
  domain_name     = "notes"
  access_policies = var.policy # expect: open
}
