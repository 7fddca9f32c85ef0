resource "aws_api_gateway_rest_api" "clinic" {
  name = "records"
}

resource "aws_api_gateway_method" "clinic" {
  rest_api_id   = aws_api_gateway_rest_api.clinic.id
  resource_id   = "r1"
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
}

resource "aws_apigatewayv2_api" "clinic" {
  name          = "records"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "clinic" {
  api_id    = aws_apigatewayv2_api.clinic.id
  route_key = "GET /records"
  authorization_type = "JWT"
}

resource "aws_apigatewayv2_route" "health" {
  api_id    = aws_apigatewayv2_api.clinic.id
  route_key = "GET /health"
}
