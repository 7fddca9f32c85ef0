resource "aws_acm_certificate" "portal" {
  domain_name       = "portal.clinic.example"
  validation_method = "DNS"
}

resource "aws_lb_listener" "by_reference" {
  port            = 443
  protocol        = "HTTPS"
  certificate_arn = aws_acm_certificate.portal.arn
}

resource "aws_lb_listener" "by_name" {
  port            = 443
  protocol        = "HTTPS"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
}

resource "aws_elb" "portal" {
  listener {
    instance_port      = 443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = aws_acm_certificate.portal.arn
  }
}
