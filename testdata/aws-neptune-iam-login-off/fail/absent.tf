resource "aws_neptune_cluster" "clinic" { # expect: fail
  cluster_identifier = "clinic"
}
