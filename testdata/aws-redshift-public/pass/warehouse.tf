resource "aws_redshift_cluster" "claims" {
  cluster_identifier  = "claims"
  node_type           = "ra3.large"
  publicly_accessible = false
}

resource "aws_redshiftserverless_workgroup" "claims" {
  namespace_name = "claims"
  workgroup_name = "claims"
}
