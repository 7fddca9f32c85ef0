resource "aws_apigatewayv2_api" "clinic" {
  name          = "records"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "clinic" { # expect: fail
  api_id    = aws_apigatewayv2_api.clinic.id
  route_key = "GET /records"
}

resource "aws_apigatewayv2_route" "write" {
  api_id             = aws_apigatewayv2_api.clinic.id
  route_key          = "POST /records"
  authorization_type = "NONE" # expect: fail
}
