resource "aws_api_gateway_rest_api" "fhir" {
  name = "fhir"
}

resource "aws_lambda_permission" "gateway" {
  function_name = "eligibility"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.fhir.execution_arn}/*/*"
}
