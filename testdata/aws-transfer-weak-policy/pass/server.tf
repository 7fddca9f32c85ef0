resource "aws_transfer_server" "claims" {
  security_policy_name = "TransferSecurityPolicy-FIPS-2024-01"
}
