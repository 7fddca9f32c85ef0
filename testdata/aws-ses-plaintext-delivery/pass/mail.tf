resource "aws_ses_configuration_set" "reminders" {
  name = "reminders"
  delivery_options {
    tls_policy = "Require"
  }
}

resource "aws_sesv2_configuration_set" "reminders" {
  configuration_set_name = "reminders"
  delivery_options {
    tls_policy = "REQUIRE"
  }
}
