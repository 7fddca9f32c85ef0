resource "aws_vpn_connection" "hospital" { # expect: fail
  customer_gateway_id = "cgw-0a1b2c3d"
  type                = "ipsec.1"
}
