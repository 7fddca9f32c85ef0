provider "aws" {
  region = "us-east-1"
}



resource "aws_accessanalyzer_analyzer" "clinic" {
  analyzer_name = "clinic"
}
