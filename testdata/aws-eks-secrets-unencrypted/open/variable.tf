variable "kubernetes_version" {
  type = string
}

resource "aws_eks_cluster" "clinic" {
  name     = "clinic"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = var.kubernetes_version # expect: open
}
