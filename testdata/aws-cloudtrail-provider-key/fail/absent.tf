resource "aws_cloudtrail" "clinic" { # expect: fail
  name           = "clinic"
  s3_bucket_name = "clinic-audit"
}
