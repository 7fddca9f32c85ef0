variable "encrypt" {
  type = bool
}

resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = var.encrypt # expect: open
}
