variable "protocol" { type = string }

resource "aws_lb_target_group" "portal" {
  port     = 8443
  protocol = var.protocol # expect: open
}
