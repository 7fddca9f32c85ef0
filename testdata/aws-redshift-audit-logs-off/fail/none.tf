resource "aws_redshift_cluster" "clinic" { # expect: fail
  cluster_identifier = "clinic"
  node_type          = "ra3.large"
}
