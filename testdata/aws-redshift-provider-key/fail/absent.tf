resource "aws_redshift_cluster" "history" { # expect: fail
  cluster_identifier = "clinic-history"
  node_type          = "ra3.xlplus"
  encrypted          = "true"
}
