resource "aws_lb" "portal" {
  name                       = "portal"
  enable_deletion_protection = true
}
