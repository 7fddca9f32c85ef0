variable "secret_key" {
  type = string
}

provider "aws" {
  region     = "us-east-1"
  secret_key = var.secret_key
}
