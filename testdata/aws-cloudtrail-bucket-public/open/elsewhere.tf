resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "made-elsewhere" # expect: open
}
