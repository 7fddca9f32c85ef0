resource "aws_security_group" "ehr" {
  name   = "ehr"
  vpc_id = "vpc-0a1b2c3d"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "administration"
    from_port   = 20
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = [
      "10.20.0.0/16",
      "0.0.0.0/0", # expect: fail
    ]
  }
}

resource "aws_security_group" "ipv6" {
  ingress {
    from_port        = 22
    to_port          = "22"
    protocol         = "TCP"
    ipv6_cidr_blocks = ["::/0"] # expect: fail
  }
}

locals {
  ports = [443, 22]
}

resource "aws_security_group" "dynamic" {
  dynamic "ingress" {
    for_each = local.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"] # expect: fail
    }
  }
}
