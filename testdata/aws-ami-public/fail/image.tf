resource "aws_ami_launch_permission" "ehr" {
  image_id = "ami-0a1b2c3d"
  group    = "all" # expect: fail
}

resource "aws_ec2_image_block_public_access" "region" {
  state = "unblocked" # expect: fail
}
