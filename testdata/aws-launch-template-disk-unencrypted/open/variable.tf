variable "encrypt" {
  type = bool
}

resource "aws_launch_template" "web" {
  name = "clinic-web"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted = var.encrypt # expect: open
    }
  }
}
