resource "aws_ami_copy" "base" {
  name              = "clinic-base-west"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "us-east-1"
  encrypted         = true
}

resource "aws_ami" "restored" {
  name = "clinic-restored"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0a1b2c3d4e5f60718"
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
}
