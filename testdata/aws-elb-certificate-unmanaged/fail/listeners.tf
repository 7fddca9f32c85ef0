resource "aws_lb_listener" "portal" {
  port            = 443
  protocol        = "HTTPS"
  certificate_arn = "arn:aws:iam::123456789012:server-certificate/portal" # expect: fail
}

resource "aws_lb_listener" "none" { # expect: fail
  port     = 443
  protocol = "HTTPS"
}

resource "aws_elb" "portal" {
  listener {
    instance_port      = 80
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:iam::123456789012:server-certificate/portal" # expect: fail
  }
}
