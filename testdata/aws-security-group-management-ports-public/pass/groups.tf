resource "aws_security_group" "build" {
  ingress {
    from_port   = 2376
    to_port     = 2376
    protocol    = "tcp"
    cidr_blocks = ["192.168.4.0/24"]
  }
}
