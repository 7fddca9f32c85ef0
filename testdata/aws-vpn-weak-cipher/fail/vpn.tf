resource "aws_vpn_connection" "group" {
  customer_gateway_id             = "cgw-0a1b2c3d"
  type                            = "ipsec.1"
  tunnel1_phase1_dh_group_numbers = [2, 14] # expect: fail
}

resource "aws_vpn_connection" "hash" {
  customer_gateway_id                 = "cgw-0a1b2c3d"
  type                                = "ipsec.1"
  tunnel2_phase2_integrity_algorithms = ["SHA1"] # expect: fail
}

resource "aws_vpn_connection" "version" {
  customer_gateway_id  = "cgw-0a1b2c3d"
  type                 = "ipsec.1"
  tunnel1_ike_versions = ["ikev1"] # expect: fail
}
