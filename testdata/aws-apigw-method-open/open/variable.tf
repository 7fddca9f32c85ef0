variable "authorization" { type = string }

resource "aws_api_gateway_rest_api" "clinic" {
  name = "records"
}

resource "aws_api_gateway_method" "clinic" {
  rest_api_id   = aws_api_gateway_rest_api.clinic.id
  resource_id   = "r1"
  http_method   = "GET"
  authorization = var.authorization # expect: open
}
