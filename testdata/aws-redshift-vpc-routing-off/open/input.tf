variable "routing" { type = bool }

resource "aws_redshift_cluster" "claims" {
  cluster_identifier   = "claims"
  node_type            = "ra3.large"
  enhanced_vpc_routing = var.routing # expect: open
}
