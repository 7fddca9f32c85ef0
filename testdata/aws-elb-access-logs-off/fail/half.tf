resource "aws_lb" "clinic" {
  name               = "clinic"
  load_balancer_type = "application"
  access_logs { # expect: fail
    bucket = "clinic-logs"
  }
}
