resource "aws_api_gateway_domain_name" "fhir" { # expect: open
  domain_name = "fhir.clinic.example"
}
