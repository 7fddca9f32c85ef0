variable "port" { type = number }

resource "aws_security_group" "ehr" {
  ingress {
    from_port   = var.port # expect: open
    to_port     = var.port
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
