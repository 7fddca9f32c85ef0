resource "aws_elb" "portal" {
  name = "portal"
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  }
}

resource "aws_load_balancer_policy" "tls12" {
  load_balancer_name = aws_elb.portal.name
  policy_name        = "tls12"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}

resource "aws_load_balancer_listener_policy" "portal" {
  load_balancer_name = aws_elb.portal.name
  load_balancer_port = 443
  policy_names       = [aws_load_balancer_policy.tls12.policy_name]
}

resource "aws_load_balancer_policy" "sticky" {
  load_balancer_name = aws_elb.portal.name
  policy_name        = "sticky"
  policy_type_name   = "LBCookieStickinessPolicyType"
}
