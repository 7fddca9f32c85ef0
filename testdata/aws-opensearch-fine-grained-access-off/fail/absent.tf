resource "aws_opensearch_domain" "clinic" { # expect: fail
  domain_name = "charts"
}
