resource "aws_ami" "base" {
  name             = "clinic-base"
  root_device_name = "/dev/xvda"

  ebs_block_device { # expect: fail
    device_name = "/dev/xvda"
    volume_size = 20
  }
}

resource "aws_ami_copy" "absent" { # expect: fail
  name              = "clinic-base-west"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "us-east-1"
}

resource "aws_ami_copy" "written" {
  name              = "clinic-base-west"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "us-east-1"
  encrypted         = false # expect: fail
}
