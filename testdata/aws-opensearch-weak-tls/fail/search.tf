resource "aws_opensearch_domain" "absent" { # expect: fail
  domain_name = "notes"
}

resource "aws_opensearch_domain" "old" {
  domain_name = "notes-old"
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # expect: fail
  }
}
