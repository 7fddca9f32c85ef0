resource "aws_lb" "portal" {
  name                   = "portal"
  desync_mitigation_mode = "monitor" # expect: fail
}
