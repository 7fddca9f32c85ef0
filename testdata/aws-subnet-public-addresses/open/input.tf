variable "public" { type = bool }

resource "aws_subnet" "front" {
  vpc_id                  = "vpc-0a1b2c3d"
  map_public_ip_on_launch = var.public # expect: open
}
