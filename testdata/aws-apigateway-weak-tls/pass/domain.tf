resource "aws_api_gateway_domain_name" "fhir" {
  domain_name     = "fhir.clinic.example"
  security_policy = "TLS_1_2"
}
