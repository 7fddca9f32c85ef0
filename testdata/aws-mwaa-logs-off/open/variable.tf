variable "choice" { type = bool }

resource "aws_mwaa_environment" "clinic" {
  name = "etl"
  logging_configuration {
    scheduler_logs {
      enabled = true
    }
    worker_logs {
      enabled = var.choice # expect: open
    }
    webserver_logs {
      enabled = true
    }
  }
}
