resource "aws_instance" "imaging" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"

  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }

  ebs_block_device {
    device_name = "/dev/sdg"
    snapshot_id = "snap-0a1b2c3d4e5f60718"
  }
}

resource "aws_instance" "from_template" {
  launch_template {
    id = "lt-0a1b2c3d4e5f60718"
  }
}
