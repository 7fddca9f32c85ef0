resource "aws_security_group" "application" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "records" {
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.application.id]
  }
  ingress {
    from_port   = 2575
    to_port     = 2575
    protocol    = "tcp"
    cidr_blocks = ["10.40.0.0/16"]
  }
}
