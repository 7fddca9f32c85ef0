resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-charts"
  logging {
    target_bucket = "clinic-logs"
  }
}
