variable "control" { type = string }

resource "aws_cloudfront_distribution" "clinic" {
  enabled = true
  origin {
    domain_name = "clinic-portal.s3.us-east-1.amazonaws.com"
    origin_id   = "portal"
    origin_access_control_id = var.control # expect: open
  }
}
