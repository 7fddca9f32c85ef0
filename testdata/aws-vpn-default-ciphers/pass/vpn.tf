resource "aws_vpn_connection" "hospital" {
  customer_gateway_id             = "cgw-0a1b2c3d"
  type                            = "ipsec.1"
  tunnel1_ike_versions            = ["ikev2"]
  tunnel2_ike_versions            = ["ikev2"]
  tunnel1_phase1_dh_group_numbers = [20, 21]
  tunnel2_phase1_dh_group_numbers = [20, 21]
}
