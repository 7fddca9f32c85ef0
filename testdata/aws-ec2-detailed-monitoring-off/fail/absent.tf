resource "aws_instance" "clinic" { # expect: fail
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}
