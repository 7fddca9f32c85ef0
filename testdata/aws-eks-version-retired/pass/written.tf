resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  version = "1.33"
}
