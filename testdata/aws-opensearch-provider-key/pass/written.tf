resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_opensearch_domain" "notes" {
  domain_name = "clinic-notes"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.clinic.arn
  }
}
