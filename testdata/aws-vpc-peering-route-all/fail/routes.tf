resource "aws_vpc_peering_connection" "lab" {
  vpc_id      = "vpc-0a1b2c3d"
  peer_vpc_id = "vpc-4e5f6a7b"
}

resource "aws_route" "lab" {
  route_table_id            = "rtb-0a1b2c3d"
  destination_cidr_block    = "0.0.0.0/0" # expect: fail
  vpc_peering_connection_id = aws_vpc_peering_connection.lab.id
}
