resource "aws_dax_cluster" "appointments" {
  cluster_name       = "appointments"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 2

  server_side_encryption {
    enabled = true
  }
}
