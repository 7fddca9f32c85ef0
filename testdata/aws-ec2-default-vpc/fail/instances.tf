resource "aws_instance" "ehr" { # expect: fail
  ami = "ami-0a1b2c3d"
}
