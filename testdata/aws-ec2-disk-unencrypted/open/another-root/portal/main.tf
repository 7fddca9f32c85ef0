resource "aws_instance" "web" { # expect: open
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"
}
