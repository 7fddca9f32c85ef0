resource "aws_api_gateway_stage" "clinic" {
  rest_api_id   = "a1b2c3"
  deployment_id = "d4"
  stage_name    = "live"
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = "$context.requestId"
  }
}

resource "aws_cloudwatch_log_group" "api" {
  name = "api"
}
