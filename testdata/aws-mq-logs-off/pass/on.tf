resource "aws_mq_broker" "clinic" {
  broker_name = "clinic"
  engine_type = "RabbitMQ"
  logs {
    general = true
  }
}

resource "aws_mq_broker" "orders" {
  broker_name = "clinic"
  engine_type = "ActiveMQ"
  logs {
    general = true
    audit   = "true"
  }
}
