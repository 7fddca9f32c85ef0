variable "tls" { type = string }

resource "aws_sesv2_configuration_set" "reminders" {
  configuration_set_name = "reminders"
  delivery_options {
    tls_policy = var.tls # expect: open
  }
}
