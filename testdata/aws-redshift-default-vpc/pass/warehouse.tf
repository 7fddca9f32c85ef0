resource "aws_redshift_subnet_group" "claims" {
  name       = "claims"
  subnet_ids = ["subnet-0a1b2c3d"]
}

resource "aws_redshift_cluster" "claims" {
  cluster_identifier        = "claims"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = aws_redshift_subnet_group.claims.name
}
