provider "aws" {
  region = "us-east-1"
}



resource "aws_config_configuration_recorder" "clinic" {
  role_arn = "arn:aws:iam::111122223333:role/config"
}
