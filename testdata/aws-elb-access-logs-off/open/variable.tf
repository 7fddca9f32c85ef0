variable "logs" { type = bool }

resource "aws_lb" "clinic" {
  name               = "clinic"
  load_balancer_type = "application"
  access_logs {
    bucket  = "clinic-logs"
    enabled = var.logs # expect: open
  }
}
