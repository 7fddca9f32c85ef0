resource "aws_cloudfront_response_headers_policy" "absent" { # expect: fail
  name = "portal"
}

resource "aws_cloudfront_response_headers_policy" "short" {
  name = "portal-2"
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 3600 # expect: fail
      override                   = true
    }
  }
}
