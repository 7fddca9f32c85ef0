resource "aws_redshift_parameter_group" "on" {
  name   = "claims"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_redshift_cluster" "on" {
  cluster_identifier           = "claims"
  node_type                    = "ra3.large"
  cluster_parameter_group_name = aws_redshift_parameter_group.on.id
}

resource "aws_redshift_cluster" "default" {
  cluster_identifier = "claims-new"
  node_type          = "ra3.large"
}
