resource "aws_ebs_volume" "images" { # expect: open
  availability_zone = "us-east-1a"
  size              = 500
}
