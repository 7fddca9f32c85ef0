variable "key" {
  type = string
}

resource "aws_mq_broker" "hl7" {
  broker_name = "hl7"

  encryption_options {
    use_aws_owned_key = false
    kms_key_id        = var.key # expect: open
  }
}
