resource "aws_redshift_cluster" "clinic" {
  cluster_identifier = "clinic"
}
