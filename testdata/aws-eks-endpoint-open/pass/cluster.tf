resource "aws_eks_cluster" "private" {
  name = "clinic"
  vpc_config {
    subnet_ids              = ["subnet-0a1b2c3d"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
}

resource "aws_eks_cluster" "offices" {
  name = "clinic-2"
  vpc_config {
    subnet_ids          = ["subnet-0a1b2c3d"]
    public_access_cidrs = ["203.0.113.0/24"]
  }
}
