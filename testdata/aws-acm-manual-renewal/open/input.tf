variable "method" { type = string }

resource "aws_acm_certificate" "portal" {
  domain_name       = "portal.clinic.example"
  validation_method = var.method # expect: open
}
