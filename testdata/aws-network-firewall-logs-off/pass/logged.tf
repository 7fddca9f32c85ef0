resource "aws_networkfirewall_firewall" "clinic" {
  name = "clinic"
}

resource "aws_networkfirewall_logging_configuration" "clinic" {
  firewall_arn = aws_networkfirewall_firewall.clinic.arn
}
