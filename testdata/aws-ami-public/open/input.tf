variable "group" { type = string }

resource "aws_ami_launch_permission" "ehr" {
  image_id = "ami-0a1b2c3d"
  group    = var.group # expect: open
}
