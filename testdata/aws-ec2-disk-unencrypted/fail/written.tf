locals {
  disks = ["/dev/sdf"]
}

resource "aws_instance" "imaging" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  root_block_device {
    encrypted = true
  }

  dynamic "ebs_block_device" {
    for_each = local.disks
    content {
      device_name = ebs_block_device.value
      volume_size = 500
      encrypted   = false # expect: fail
    }
  }
}

resource "aws_spot_instance_request" "batch" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  root_block_device {
    encrypted = false # expect: fail
  }
}
