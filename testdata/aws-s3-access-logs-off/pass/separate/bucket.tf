resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-charts"
}

resource "aws_s3_bucket" "logs" {
  bucket = "clinic-logs"
}
