resource "aws_lb" "clinic" { # expect: fail
  name               = "clinic"
  load_balancer_type = "network"
}

resource "aws_lb_listener" "clinic" {
  load_balancer_arn = aws_lb.clinic.arn
  port              = 443
  protocol          = "TLS"
}
