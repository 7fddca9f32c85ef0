resource "aws_globalaccelerator_accelerator" "clinic" { # expect: fail
  name = "portal"
}
