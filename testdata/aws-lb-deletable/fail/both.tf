resource "aws_lb" "portal" { # expect: fail
  name = "portal"
}

resource "aws_alb" "api" {
  name                       = "api"
  enable_deletion_protection = false # expect: fail
}
