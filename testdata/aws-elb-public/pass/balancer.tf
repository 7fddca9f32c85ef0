resource "aws_lb" "records" {
  name     = "records"
  internal = true
}
