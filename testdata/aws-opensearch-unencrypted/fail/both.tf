resource "aws_opensearch_domain" "notes" { # expect: fail
  domain_name    = "clinic-notes"
  engine_version = "OpenSearch_2.17"
}

resource "aws_elasticsearch_domain" "letters" {
  domain_name           = "clinic-letters"
  elasticsearch_version = "7.10"

  encrypt_at_rest {
    enabled = false # expect: fail
  }
}
