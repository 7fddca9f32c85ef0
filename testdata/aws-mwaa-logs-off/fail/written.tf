resource "aws_mwaa_environment" "clinic" {
  name = "etl"
  logging_configuration {
    scheduler_logs {
      enabled = true
    }
    worker_logs {
      enabled = false # expect: fail
    }
    webserver_logs {
      enabled = true
    }
  }
}
