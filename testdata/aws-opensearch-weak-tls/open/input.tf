variable "policy" { type = string }

resource "aws_opensearch_domain" "notes" {
  domain_name = "notes"
  domain_endpoint_options {
    tls_security_policy = var.policy # expect: open
  }
}
