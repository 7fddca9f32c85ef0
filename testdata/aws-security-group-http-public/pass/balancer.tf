resource "aws_security_group" "balancer" {
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "ipv6" {
  type              = "ingress"
  security_group_id = aws_security_group.balancer.id
  from_port         = 80
  to_port           = 80
  protocol          = "tcp"
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_lb" "portal" {
  name            = "portal"
  security_groups = [aws_security_group.balancer.id]
}

resource "aws_security_group" "portal" {
  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.balancer.id]
  }
}
