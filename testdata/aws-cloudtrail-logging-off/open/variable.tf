variable "audit" { type = bool }

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  enable_logging = var.audit # expect: open
}
