resource "aws_lb_target_group" "portal" {
  port     = 8080
  protocol = "HTTP" # expect: fail
}
