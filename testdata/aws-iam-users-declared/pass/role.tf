provider "aws" {
  region = "us-east-1"
}

resource "aws_iam_role" "clinic" {
  name               = "nurses"
  assume_role_policy = "{}"
}
