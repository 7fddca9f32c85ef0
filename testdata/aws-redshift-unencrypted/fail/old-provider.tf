terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.31"
    }
  }
}

resource "aws_redshift_cluster" "history" { # expect: fail
  cluster_identifier = "clinic-history"
  node_type          = "ra3.xlplus"
}
