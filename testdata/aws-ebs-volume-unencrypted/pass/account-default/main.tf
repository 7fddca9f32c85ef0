resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
}

module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}
