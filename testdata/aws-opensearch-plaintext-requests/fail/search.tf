resource "aws_opensearch_domain" "absent" { # expect: fail
  domain_name = "notes"
}

resource "aws_elasticsearch_domain" "off" {
  domain_name = "notes-old"
  domain_endpoint_options {
    enforce_https       = false # expect: fail
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}
