resource "aws_launch_configuration" "web" { # expect: open
  image_id      = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"
}
