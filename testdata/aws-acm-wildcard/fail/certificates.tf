resource "aws_acm_certificate" "all" {
  domain_name       = "*.clinic.example" # expect: fail
  validation_method = "DNS"
}

resource "aws_acm_certificate" "also" {
  domain_name               = "portal.clinic.example"
  subject_alternative_names = ["*.portal.clinic.example"] # expect: fail
  validation_method         = "DNS"
}
