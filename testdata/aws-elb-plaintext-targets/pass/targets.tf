resource "aws_lb_target_group" "portal" {
  port     = 8443
  protocol = "HTTPS"
}

resource "aws_lb_target_group" "function" {
  target_type = "lambda"
}
