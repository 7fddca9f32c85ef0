resource "aws_networkfirewall_firewall" "clinic" { # expect: fail
  name = "clinic"
}
