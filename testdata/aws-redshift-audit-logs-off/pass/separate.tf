resource "aws_redshift_cluster" "clinic" {
  cluster_identifier = "clinic"
  node_type          = "ra3.large"
}

resource "aws_redshift_logging" "clinic" {
  cluster_identifier   = aws_redshift_cluster.clinic.id
  log_destination_type = "cloudwatch"
}
