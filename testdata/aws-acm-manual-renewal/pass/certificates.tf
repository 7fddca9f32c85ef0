resource "aws_acm_certificate" "portal" {
  domain_name       = "portal.clinic.example"
  validation_method = "DNS"
}

resource "aws_acm_certificate" "private" {
  domain_name               = "records.clinic.internal"
  certificate_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/a1b2c3d4"
}
