variable "group" { type = string }

resource "aws_redshift_cluster" "claims" {
  cluster_identifier           = "claims"
  node_type                    = "ra3.large"
  cluster_parameter_group_name = var.group # expect: open
}
