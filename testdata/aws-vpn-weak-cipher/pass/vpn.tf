resource "aws_vpn_connection" "default" {
  customer_gateway_id = "cgw-0a1b2c3d"
  type                = "ipsec.1"
}

resource "aws_vpn_connection" "strong" {
  customer_gateway_id                 = "cgw-0a1b2c3d"
  type                                = "ipsec.1"
  tunnel1_ike_versions                = ["ikev2"]
  tunnel1_phase1_dh_group_numbers     = [20]
  tunnel1_phase1_integrity_algorithms = ["SHA2-384"]
}
