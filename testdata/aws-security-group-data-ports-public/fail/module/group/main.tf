variable "name" { type = string }

variable "addresses" { type = list(string) }

resource "aws_security_group" "this" {
  name = var.name
  ingress {
    from_port   = 1433
    to_port     = 1433
    protocol    = "tcp"
    cidr_blocks = var.addresses
  }
}
