resource "aws_network_acl" "clinic" {
  vpc_id = "vpc-0a1b2c3d"
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0" # expect: fail
  }
}

resource "aws_network_acl_rule" "in" {
  network_acl_id = aws_network_acl.clinic.id
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 0
  to_port        = 65535
  cidr_block     = "0.0.0.0/0" # expect: fail
}
