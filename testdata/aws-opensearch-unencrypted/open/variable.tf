variable "encrypt" {
  type = bool
}

resource "aws_opensearch_domain" "notes" {
  domain_name = "clinic-notes"

  encrypt_at_rest {
    enabled = var.encrypt # expect: open
  }
}
