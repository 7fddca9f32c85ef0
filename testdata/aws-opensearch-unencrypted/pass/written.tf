resource "aws_opensearch_domain" "notes" {
  domain_name = "clinic-notes"

  encrypt_at_rest {
    enabled = true
  }
}

resource "aws_elasticsearch_domain" "letters" {
  domain_name = "clinic-letters"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "alias/clinic"
  }
}
