resource "aws_redshift_parameter_group" "off" {
  name   = "claims"
  family = "redshift-2.0"
  parameter {
    name  = "require_ssl"
    value = "false" # expect: fail
  }
}

resource "aws_redshift_cluster" "off" {
  cluster_identifier           = "claims"
  node_type                    = "ra3.large"
  cluster_parameter_group_name = aws_redshift_parameter_group.off.id
}

resource "aws_redshift_parameter_group" "silent" {
  name   = "claims-old"
  family = "redshift-1.0" # expect: fail
}

resource "aws_redshift_cluster" "silent" {
  cluster_identifier           = "claims-old"
  node_type                    = "ra3.large"
  cluster_parameter_group_name = aws_redshift_parameter_group.silent.id
}

resource "aws_redshift_cluster" "older" {
  cluster_identifier           = "claims-older"
  node_type                    = "ra3.large"
  cluster_parameter_group_name = "default.redshift-1.0" # expect: fail
}
