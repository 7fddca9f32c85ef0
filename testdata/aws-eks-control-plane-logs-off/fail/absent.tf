resource "aws_eks_cluster" "clinic" { # expect: fail
  name = "clinic"
}
