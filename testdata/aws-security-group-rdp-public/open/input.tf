variable "protocol" { type = string }

resource "aws_vpc_security_group_ingress_rule" "rdp" {
  security_group_id = "sg-0a1b2c3d"
  ip_protocol       = var.protocol # expect: open
  from_port         = 3389
  to_port           = 3389
  cidr_ipv4         = "0.0.0.0/0"
}
