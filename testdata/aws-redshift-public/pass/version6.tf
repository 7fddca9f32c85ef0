terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_redshift_cluster" "claims" {
  cluster_identifier = "claims"
  node_type          = "ra3.large"
}
