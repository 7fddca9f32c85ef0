resource "aws_lb" "portal" { # expect: fail
  name = "portal"
}
