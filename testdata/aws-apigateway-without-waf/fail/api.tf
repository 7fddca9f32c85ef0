resource "aws_api_gateway_rest_api" "fhir" {
  name = "fhir"
}

resource "aws_api_gateway_stage" "fhir" { # expect: fail
  rest_api_id   = aws_api_gateway_rest_api.fhir.id
  deployment_id = "abc123"
  stage_name    = "r4"
}
