provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "clinic" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}

resource "aws_ssm_association" "clinic" {
  name = "AWS-RunPatchBaseline"
}
