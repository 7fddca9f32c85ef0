variable "protocol" { type = string }

resource "aws_security_group" "ehr" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = var.protocol # expect: open
    cidr_blocks = ["0.0.0.0/0"]
  }
}
