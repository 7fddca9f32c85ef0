variable "encrypt" {
  type = bool
}

resource "aws_ami_copy" "base" {
  name              = "clinic-base-west"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "us-east-1"
  encrypted         = var.encrypt # expect: open
}
