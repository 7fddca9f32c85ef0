resource "aws_api_gateway_rest_api" "clinic" {
  name = "records"
}

resource "aws_api_gateway_method" "hours" {
  rest_api_id   = aws_api_gateway_rest_api.clinic.id
  resource_id   = "r1"
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "hours" {
  rest_api_id = aws_api_gateway_rest_api.clinic.id
  resource_id = "r1"
  http_method = aws_api_gateway_method.hours.http_method
  type        = "MOCK"
}

resource "aws_api_gateway_method" "records" {
  rest_api_id   = aws_api_gateway_rest_api.clinic.id
  resource_id   = "r2"
  http_method   = "GET"
  authorization = "NONE" # expect: fail
}

resource "aws_api_gateway_integration" "records" {
  rest_api_id             = aws_api_gateway_rest_api.clinic.id
  resource_id             = "r2"
  http_method             = aws_api_gateway_method.records.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:records/invocations"
}
