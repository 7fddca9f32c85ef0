# Encrypted from version 6 of the provider on, not before.
resource "aws_redshift_cluster" "history" { # expect: open
  cluster_identifier = "clinic-history"
  node_type          = "ra3.xlplus"
}
