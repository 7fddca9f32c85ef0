resource "aws_eks_cluster" "silent" {
  name = "clinic"
  vpc_config { # expect: fail
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}

resource "aws_eks_cluster" "open" {
  name = "clinic-2"
  vpc_config {
    subnet_ids              = ["subnet-0a1b2c3d"]
    endpoint_public_access  = true
    endpoint_private_access = true
    public_access_cidrs     = ["203.0.113.0/24", "0.0.0.0/0"] # expect: fail
  }
}
