resource "aws_alb" "clinic" {
  name = "clinic"
  access_logs {
    bucket  = "clinic-logs"
    enabled = false # expect: fail
  }
}
