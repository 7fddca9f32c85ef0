resource "aws_elb" "clinic" {
  name = "clinic"
  access_logs {
    bucket = "clinic-logs"
  }
}
