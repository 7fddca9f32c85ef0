variable "choice" { type = list(string) }

resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  enabled_cluster_log_types = var.choice # expect: open
}
