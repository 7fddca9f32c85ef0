provider "aws" {
  region = "us-east-1"
}



resource "aws_securityhub_account" "clinic" {
}
