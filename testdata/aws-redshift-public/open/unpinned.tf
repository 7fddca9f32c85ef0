resource "aws_redshift_cluster" "claims" { # expect: open
  cluster_identifier = "claims"
  node_type          = "ra3.large"
}
