resource "aws_security_group" "open" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: fail
  }
}

resource "aws_instance" "open" {
  ami                    = "ami-0a1b2c3d"
  vpc_security_group_ids = [aws_security_group.open.id]
  enclave_options {
    enabled = true
  }
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "tokens" { # expect: fail
  ami = "ami-0a1b2c3d"
  enclave_options {
    enabled = true
  }
}

resource "aws_launch_template" "public" {
  enclave_options {
    enabled = true
  }
  metadata_options {
    http_tokens = "required"
  }
  network_interfaces {
    associate_public_ip_address = true # expect: fail
  }
}
