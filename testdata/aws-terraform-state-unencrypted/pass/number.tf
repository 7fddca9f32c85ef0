terraform {
  backend "s3" {
    bucket  = "clinic-terraform"
    key     = "test.tfstate"
    region  = "us-east-1"
    encrypt = "1"
  }
}
