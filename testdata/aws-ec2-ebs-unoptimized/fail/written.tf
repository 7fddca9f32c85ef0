resource "aws_instance" "records" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "m4.large"
  ebs_optimized = false # expect: fail
}
