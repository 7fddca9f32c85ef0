resource "aws_elb" "portal" {
  name = "portal"
}
