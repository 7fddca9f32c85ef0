variable "key" {
  type = string
}

resource "aws_opensearch_domain" "notes" {
  domain_name = "clinic-notes"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key # expect: open
  }
}
