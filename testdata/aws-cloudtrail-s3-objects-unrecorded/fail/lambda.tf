resource "aws_cloudtrail" "clinic" { # expect: fail
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
  event_selector {
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}
