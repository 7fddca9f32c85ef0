resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "other-account-trail" # expect: open
}
