resource "aws_acm_certificate" "mail" {
  domain_name       = "portal.clinic.example"
  validation_method = "EMAIL" # expect: fail
}

resource "aws_acm_certificate" "imported" { # expect: fail
  private_key      = "from elsewhere"
  certificate_body = "from elsewhere"
}
