resource "aws_internet_gateway" "clinic" {
  vpc_id = "vpc-0a1b2c3d"
}

resource "aws_route" "out" {
  route_table_id         = "rtb-0a1b2c3d"
  destination_cidr_block = "0.0.0.0/0" # expect: fail
  gateway_id             = aws_internet_gateway.clinic.id
}

resource "aws_route_table" "front" {
  vpc_id = "vpc-0a1b2c3d"
  route {
    ipv6_cidr_block = "::/0" # expect: fail
    gateway_id      = "igw-0a1b2c3d"
  }
}
