resource "aws_api_gateway_stage" "clinic" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "clinic" {
  rest_api_id = "a1b2c3"
  stage_name  = aws_api_gateway_stage.clinic.stage_name
  method_path = "*/*"
  settings {
    logging_level = "ERROR"
  }
}
