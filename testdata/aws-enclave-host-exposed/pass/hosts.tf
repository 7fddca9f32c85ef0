resource "aws_security_group" "closed" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_instance" "keys" {
  ami                    = "ami-0a1b2c3d"
  vpc_security_group_ids = [aws_security_group.closed.id]
  enclave_options {
    enabled = true
  }
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "plain" {
  ami = "ami-0a1b2c3d"
}
