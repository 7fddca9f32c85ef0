resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  event_selector {
    data_resource {
      type   = "AWS::Lambda::Function" # expect: fail
      values = ["arn:aws:lambda"]
    }
  }
}
