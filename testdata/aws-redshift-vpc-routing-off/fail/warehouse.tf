resource "aws_redshift_cluster" "absent" { # expect: fail
  cluster_identifier = "claims"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "off" {
  cluster_identifier   = "claims-2"
  node_type            = "ra3.large"
  enhanced_vpc_routing = false # expect: fail
}
