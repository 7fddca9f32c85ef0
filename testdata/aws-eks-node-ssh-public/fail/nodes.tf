resource "aws_eks_node_group" "clinic" {
  cluster_name = "clinic"
  remote_access { # expect: fail
    ec2_ssh_key = "admin"
  }
}
