resource "aws_launch_template" "web" { # expect: fail
  name     = "clinic-web"
  image_id = "ami-0a1b2c3d4e5f60718"
}

resource "aws_launch_template" "worker" {
  name = "clinic-worker"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs { # expect: fail
      volume_size = 50
    }
  }
}

resource "aws_launch_template" "imaging" {
  name = "clinic-imaging"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 50
      encrypted   = "false" # expect: fail
    }
  }
}
