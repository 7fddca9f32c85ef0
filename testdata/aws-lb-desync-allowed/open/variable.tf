variable "mode" {
  type = string
}

resource "aws_lb" "portal" {
  name                   = "portal"
  desync_mitigation_mode = var.mode # expect: open
}
