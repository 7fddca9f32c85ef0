resource "aws_api_gateway_stage" "clinic" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4"
  stage_name    = "live"

  client_certificate_id = "" # expect: fail
}
