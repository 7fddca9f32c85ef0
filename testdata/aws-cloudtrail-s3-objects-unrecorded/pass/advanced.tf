resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  advanced_event_selector {
    name = "Objects"
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}
