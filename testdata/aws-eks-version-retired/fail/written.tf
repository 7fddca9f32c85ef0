resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  version = "1.27" # expect: fail
}
