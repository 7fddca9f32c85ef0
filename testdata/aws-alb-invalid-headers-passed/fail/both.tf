resource "aws_lb" "portal" { # expect: fail
  name = "portal"
}

resource "aws_lb" "api" {
  name                       = "api"
  load_balancer_type         = "application"
  drop_invalid_header_fields = false # expect: fail
}
