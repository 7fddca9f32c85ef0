resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  vpc_config {
    subnet_ids              = ["subnet-0a1b2c3d"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
}
