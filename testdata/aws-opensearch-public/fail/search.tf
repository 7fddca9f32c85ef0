resource "aws_opensearch_domain" "notes" { # expect: fail
  domain_name = "notes"
}
