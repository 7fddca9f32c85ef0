variable "internal" { type = bool }

resource "aws_lb" "records" {
  name     = "records"
  internal = var.internal # expect: open
}
