resource "aws_opensearch_domain" "notes" {
  domain_name = "notes"
  domain_endpoint_options {
    enforce_https = true
  }
}

resource "aws_opensearch_domain" "block" {
  domain_name = "notes-2"
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}
