resource "aws_mq_broker" "hl7" {
  broker_name         = "hl7"
  publicly_accessible = true # expect: fail
}
