resource "aws_ses_configuration_set" "absent" { # expect: fail
  name = "reminders"
}

resource "aws_sesv2_configuration_set" "optional" {
  configuration_set_name = "reminders"
  delivery_options {
    tls_policy = "OPTIONAL" # expect: fail
  }
}
