resource "aws_security_group" "ehr" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect: fail
  }
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = aws_security_group.ehr.id
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect: fail
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.ehr.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0" # expect: fail
}
