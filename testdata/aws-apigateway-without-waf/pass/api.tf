resource "aws_api_gateway_rest_api" "fhir" {
  name = "fhir"
}

resource "aws_api_gateway_stage" "fhir" {
  rest_api_id   = aws_api_gateway_rest_api.fhir.id
  deployment_id = "abc123"
  stage_name    = "r4"
}

resource "aws_wafv2_web_acl_association" "fhir" {
  resource_arn = aws_api_gateway_stage.fhir.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/fhir/a1b2c3d4"
}

resource "aws_api_gateway_rest_api" "inner" {
  name = "inner"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_stage" "inner" {
  rest_api_id   = aws_api_gateway_rest_api.inner.id
  deployment_id = "abc123"
  stage_name    = "v1"
}
