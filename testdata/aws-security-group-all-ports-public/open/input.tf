variable "protocol" { type = string }

resource "aws_security_group_rule" "service" {
  type              = "ingress"
  security_group_id = "sg-0a1b2c3d"
  from_port         = 0
  to_port           = 0
  protocol          = var.protocol # expect: open
  cidr_blocks       = ["0.0.0.0/0"]
}
