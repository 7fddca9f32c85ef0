variable "logs" { type = bool }

resource "aws_elb" "clinic" {
  name = "clinic"
  access_logs {
    bucket  = "clinic-logs"
    enabled = var.logs # expect: open
  }
}
