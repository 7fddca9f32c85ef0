variable "key" {
  type = string
}

resource "aws_networkfirewall_firewall_policy" "clinic" {
  name = "clinic"

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.key # expect: open
  }
}
