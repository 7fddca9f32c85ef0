variable "window" {
  type = number
}

resource "aws_kms_key" "records" {
  deletion_window_in_days = var.window # expect: open
}
