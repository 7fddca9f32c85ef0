resource "aws_lb" "portal" {
  name                       = "portal"
  drop_invalid_header_fields = true
}

resource "aws_lb" "hl7" {
  name               = "hl7"
  load_balancer_type = "network"
}
