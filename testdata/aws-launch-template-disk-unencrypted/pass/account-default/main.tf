resource "aws_launch_template" "web" {
  name     = "clinic-web"
  image_id = "ami-0a1b2c3d4e5f60718"
}

module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}
