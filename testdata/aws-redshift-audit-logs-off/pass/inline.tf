resource "aws_redshift_cluster" "clinic" {
  cluster_identifier = "clinic"
  node_type          = "ra3.large"
  logging {
    enable      = true
    bucket_name = "clinic-audit"
  }
}
