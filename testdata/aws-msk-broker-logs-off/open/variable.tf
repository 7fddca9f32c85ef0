variable "logs" { type = bool }

resource "aws_msk_cluster" "clinic" {
  cluster_name           = "clinic"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = var.logs # expect: open
        log_group = "clinic-kafka"
      }
    }
  }
}
