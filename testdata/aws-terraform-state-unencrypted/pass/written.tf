terraform {
  backend "s3" {
    bucket     = "clinic-terraform"
    key        = "prod.tfstate"
    region     = "us-east-1"
    encrypt    = true
    kms_key_id = "alias/terraform"
  }
}
