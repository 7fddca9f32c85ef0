variable "encrypt" {
  type = bool
}

resource "aws_instance" "web" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  root_block_device {
    encrypted = var.encrypt # expect: open
  }
}
