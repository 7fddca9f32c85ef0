resource "aws_network_acl" "clinic" {
  vpc_id = "vpc-0a1b2c3d"
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "0.0.0.0/0" # expect: fail
  }
}

resource "aws_network_acl_rule" "rdp" {
  network_acl_id  = aws_network_acl.clinic.id
  rule_number     = 200
  rule_action     = "allow"
  protocol        = 6
  from_port       = 3000
  to_port         = 4000
  ipv6_cidr_block = "::/0" # expect: fail
}
