resource "aws_launch_template" "web" { # expect: open
  name     = "clinic-web"
  image_id = "ami-0a1b2c3d4e5f60718"
}
