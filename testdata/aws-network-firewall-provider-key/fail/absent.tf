resource "aws_networkfirewall_firewall_policy" "clinic" {
  name = "clinic"

  encryption_configuration { # expect: fail
    type   = "CUSTOMER_KMS"
  }
}
