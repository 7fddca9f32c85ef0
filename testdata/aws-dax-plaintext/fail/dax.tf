resource "aws_dax_cluster" "absent" { # expect: fail
  cluster_name = "visits"
}

resource "aws_dax_cluster" "none" {
  cluster_name                     = "visits-2"
  cluster_endpoint_encryption_type = "NONE" # expect: fail
}
