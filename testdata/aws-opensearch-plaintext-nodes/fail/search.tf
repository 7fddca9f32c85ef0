resource "aws_opensearch_domain" "absent" { # expect: fail
  domain_name = "notes"
}

resource "aws_elasticsearch_domain" "off" {
  domain_name = "notes-old"
  node_to_node_encryption {
    enabled = false # expect: fail
  }
}
