provider "aws" { # expect: open
  region = "us-east-1"
}



module "baseline" {
  source = "git::https://example.org/baseline.git"
}
