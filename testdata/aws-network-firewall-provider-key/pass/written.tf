resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_networkfirewall_firewall_policy" "clinic" {
  name = "clinic"

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.clinic.arn
  }
}
