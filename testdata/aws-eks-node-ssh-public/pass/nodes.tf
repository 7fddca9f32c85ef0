resource "aws_eks_node_group" "closed" {
  cluster_name = "clinic"
}

resource "aws_eks_node_group" "clinic" {
  cluster_name = "clinic"
  remote_access {
    ec2_ssh_key               = "admin"
    source_security_group_ids = ["sg-0a1b2c3d"]
  }
}
