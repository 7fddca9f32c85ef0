variable "port" { type = number }

resource "aws_security_group_rule" "service" {
  type              = "ingress"
  security_group_id = "sg-0a1b2c3d"
  from_port         = var.port # expect: open
  to_port           = var.port
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}
