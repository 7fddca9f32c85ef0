provider "aws" {
  region = "us-east-1"
}

resource "aws_ecr_repository" "clinic" {
  name = "portal"
}

resource "aws_inspector2_enabler" "clinic" {
  account_ids    = ["111122223333"]
  resource_types = ["EC2", "ECR", "LAMBDA"]
}
