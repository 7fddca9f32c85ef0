terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.2"
    }
  }
}

resource "aws_redshift_cluster" "history" {
  cluster_identifier = "clinic-history"
  node_type          = "ra3.xlplus"
  encrypted          = true
}

resource "aws_redshift_cluster" "by_default" {
  cluster_identifier = "clinic-reports"
  node_type          = "ra3.xlplus"
}
