resource "aws_eks_cluster" "clinic" {
  name = "clinic"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
}
