variable "logs" { type = bool }

resource "aws_mq_broker" "clinic" {
  broker_name = "clinic"
  engine_type = "RabbitMQ"
  logs {
    general = var.logs # expect: open
  }
}
