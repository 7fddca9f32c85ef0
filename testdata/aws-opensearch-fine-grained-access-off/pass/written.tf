resource "aws_opensearch_domain" "clinic" {
  domain_name = "charts"
  advanced_security_options {
    enabled = true
  }
}
