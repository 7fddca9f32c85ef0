resource "aws_mq_broker" "clinic" {
  broker_name = "clinic"
  engine_type = "ActiveMQ"
  logs {
    general = true
    audit   = "false" # expect: fail
  }
}
