resource "aws_lb" "silent" { # expect: fail
  name = "silent"
}

resource "aws_lb" "portal" {
  name     = "portal"
  internal = false # expect: fail
}
