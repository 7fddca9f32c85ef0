variable "networks" { type = list(string) }

resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  vpc_config {
    subnet_ids          = ["subnet-0a1b2c3d"]
    public_access_cidrs = var.networks # expect: open
  }
}
