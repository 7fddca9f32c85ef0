resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = false # expect: fail
}
