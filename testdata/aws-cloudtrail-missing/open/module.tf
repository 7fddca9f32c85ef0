provider "aws" { # expect: open
  region = "us-east-1"
}

module "trail" {
  source = "git::https://example.org/trail.git"
}
