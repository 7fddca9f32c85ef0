resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  advanced_event_selector {
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field  = "readOnly" # expect: fail
      equals = ["false"]
    }
  }
}
