resource "aws_mq_broker" "clinic" { # expect: fail
  broker_name = "clinic"
  engine_type = "RabbitMQ"
}
