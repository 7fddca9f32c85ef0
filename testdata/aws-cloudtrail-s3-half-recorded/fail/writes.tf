resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  event_selector {
    read_write_type = "WriteOnly" # expect: fail
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
