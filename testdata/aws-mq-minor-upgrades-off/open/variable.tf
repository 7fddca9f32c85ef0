variable "choice" { type = bool }

resource "aws_mq_broker" "clinic" {
  broker_name = "clinic"
  engine_type = "RabbitMQ"
  auto_minor_version_upgrade = var.choice # expect: open
}
