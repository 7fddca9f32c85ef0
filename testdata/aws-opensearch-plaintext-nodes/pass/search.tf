resource "aws_opensearch_domain" "notes" {
  domain_name = "notes"
  node_to_node_encryption {
    enabled = true
  }
}
