resource "aws_mq_broker" "hl7" {
  broker_name = "hl7"

  encryption_options { # expect: fail
    use_aws_owned_key = false
  }
}
