resource "aws_elb" "portal" {
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  }
  listener {
    instance_port     = 8883
    instance_protocol = "tcp"
    lb_port           = 8883
    lb_protocol       = "tcp"
  }
}
