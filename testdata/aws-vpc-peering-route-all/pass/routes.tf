resource "aws_route" "lab" {
  route_table_id            = "rtb-0a1b2c3d"
  destination_cidr_block    = "10.9.0.0/16"
  vpc_peering_connection_id = "pcx-0a1b2c3d"
}

resource "aws_route_table" "records" {
  vpc_id = "vpc-0a1b2c3d"
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = "nat-0a1b2c3d"
  }
  route {
    cidr_block                = "10.9.0.0/16"
    vpc_peering_connection_id = "pcx-0a1b2c3d"
  }
}
