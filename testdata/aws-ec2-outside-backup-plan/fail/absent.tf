resource "aws_instance" "records" { # expect: fail
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "m7g.large"
}
