resource "aws_lb" "portal" {
  name = "portal"
}

resource "aws_elb" "api" {
  name                   = "api"
  desync_mitigation_mode = "strictest"
}
