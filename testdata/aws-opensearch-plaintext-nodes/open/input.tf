variable "encrypt" { type = bool }

resource "aws_opensearch_domain" "notes" {
  domain_name = "notes"
  node_to_node_encryption {
    enabled = var.encrypt # expect: open
  }
}
