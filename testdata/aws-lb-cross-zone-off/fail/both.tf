resource "aws_lb" "hl7" { # expect: fail
  name               = "hl7"
  load_balancer_type = "network"
}

resource "aws_lb" "dicom" {
  name                             = "dicom"
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = false # expect: fail
}
