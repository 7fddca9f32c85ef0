# Without a policy the listener uses ELBSecurityPolicy-2016-08.
resource "aws_elb" "silent" { # expect: fail
  name = "silent"
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  }
}

resource "aws_elb" "portal" {
  name = "portal"
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "HTTPS"
    ssl_certificate_id = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  }
}

resource "aws_lb_ssl_negotiation_policy" "portal" {
  name          = "portal"
  load_balancer = aws_elb.portal.id
  lb_port       = 443
  attribute {
    name  = "Protocol-TLSv1"
    value = "true" # expect: fail
  }
  attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }
}

resource "aws_load_balancer_policy" "old" {
  load_balancer_name = aws_elb.portal.name
  policy_name        = "old"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2015-05" # expect: fail
  }
}
