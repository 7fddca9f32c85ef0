resource "aws_lb" "hl7" {
  name                             = "hl7"
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
}

resource "aws_lb" "portal" {
  name = "portal"
}
