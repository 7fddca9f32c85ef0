resource "aws_eks_cluster" "silent" {
  name = "clinic"
  vpc_config { # expect: fail
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}

resource "aws_eks_cluster" "written" {
  name = "clinic-2"
  vpc_config {
    subnet_ids             = ["subnet-0a1b2c3d"]
    endpoint_public_access = true # expect: fail
  }
}
