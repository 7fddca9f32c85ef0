resource "aws_api_gateway_stage" "fhir" {
  rest_api_id   = "a1b2c3d4e5" # expect: open
  deployment_id = "abc123"
  stage_name    = "r4"
}
