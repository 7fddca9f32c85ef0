terraform {
  backend "s3" {
    bucket = "clinic-terraform"
    key    = "prod.tfstate"
    region = "us-east-1"
  }
}
