resource "aws_cloudsearch_domain" "absent" { # expect: fail
  name = "notes"
}

resource "aws_cloudsearch_domain" "off" {
  name = "notes-2"
  endpoint_options {
    enforce_https = false # expect: fail
  }
}

resource "aws_cloudsearch_domain" "old" {
  name = "notes-3"
  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # expect: fail
  }
}
