resource "aws_lb" "clinic" { # expect: fail
  name               = "clinic"
  load_balancer_type = "application"
}
