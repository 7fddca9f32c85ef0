resource "aws_cloudtrail" "clinic" { # expect: fail
  name           = "clinic"
  s3_bucket_name = "clinic-audit"
}

resource "aws_cloudtrail" "billing" {
  name                       = "billing"
  s3_bucket_name             = "clinic-audit"
  enable_log_file_validation = false # expect: fail
}
