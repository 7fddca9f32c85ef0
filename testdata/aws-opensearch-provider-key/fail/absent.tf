resource "aws_opensearch_domain" "notes" {
  domain_name = "clinic-notes"

  encrypt_at_rest { # expect: fail
    enabled    = true
  }
}
