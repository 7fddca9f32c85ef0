resource "aws_internet_gateway" "clinic" {
  vpc_id = "vpc-0a1b2c3d" # expect: fail
}
