resource "aws_security_group" "records" {
  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: fail
  }
}

resource "aws_security_group" "pacs" {
  ingress = [
    {
      description      = "DICOM"
      from_port        = 11112
      to_port          = 11112
      protocol         = "tcp"
      cidr_blocks      = ["0.0.0.0/0"] # expect: fail
      ipv6_cidr_blocks = []
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    }
  ]
}

resource "aws_security_group_rule" "interfaces" {
  type              = "ingress"
  security_group_id = aws_security_group.records.id
  from_port         = 2500
  to_port           = 2600
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8", "0.0.0.0/0"] # expect: fail
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  security_group_id = aws_security_group.records.id
  ip_protocol       = "tcp"
  from_port         = 6379
  to_port           = 6379
  cidr_ipv6         = "::/0" # expect: fail
}
