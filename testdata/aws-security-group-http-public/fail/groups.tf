resource "aws_security_group" "portal" {
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: fail
  }
}

resource "aws_security_group" "other" {
  name = "other"
}

resource "aws_vpc_security_group_ingress_rule" "http" {
  security_group_id = aws_security_group.other.id
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0" # expect: fail
}
