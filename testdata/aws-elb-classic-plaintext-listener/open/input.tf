variable "protocol" { type = string }

resource "aws_elb" "portal" {
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = var.protocol # expect: open
  }
}
