resource "aws_neptune_cluster" "clinic" {
  cluster_identifier = "clinic"
  iam_database_authentication_enabled = true
}
