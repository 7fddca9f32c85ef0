resource "aws_cloudtrail" "clinic" {
  name                  = "main"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "data" {
  name           = "scans"
  s3_bucket_name = "clinic-trail"
  event_selector {
    include_management_events = false
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::clinic-scans/"]
    }
  }
}
