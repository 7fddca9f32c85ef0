resource "aws_api_gateway_method_settings" "clinic" {
  rest_api_id = "a1b2c3"
  stage_name  = aws_api_gateway_stage.clinic.stage_name
  method_path = "*/*"
  settings {
    logging_level      = "INFO"
    data_trace_enabled = true # expect: fail
  }
}

resource "aws_apigatewayv2_stage" "clinic" {
  api_id = "a1b2c3"
  name   = "live"
  default_route_settings {
    data_trace_enabled = "true" # expect: fail
  }
}
