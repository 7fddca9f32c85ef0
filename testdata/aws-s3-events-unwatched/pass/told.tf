resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-charts"
}

resource "aws_s3_bucket_notification" "clinic" {
  bucket      = aws_s3_bucket.clinic.id
  eventbridge = true
}
