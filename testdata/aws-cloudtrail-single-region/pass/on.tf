resource "aws_cloudtrail" "clinic" {
  name                  = "clinic"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
}
