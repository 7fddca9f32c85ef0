resource "aws_ebs_volume" "images" { # expect: fail
  availability_zone = "us-east-1a"
  size              = 500
}
