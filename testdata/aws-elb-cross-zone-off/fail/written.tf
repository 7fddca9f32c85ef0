resource "aws_elb" "portal" {
  name                      = "portal"
  cross_zone_load_balancing = false # expect: fail
}
