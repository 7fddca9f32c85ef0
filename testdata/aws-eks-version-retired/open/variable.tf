variable "choice" { type = string }

resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  version = var.choice # expect: open
}
