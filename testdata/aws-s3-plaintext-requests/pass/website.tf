resource "aws_s3_bucket" "leaflets" {
  bucket = "clinic-leaflets"
}

resource "aws_s3_bucket_website_configuration" "leaflets" {
  bucket = aws_s3_bucket.leaflets.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.records.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.records.arn, "${aws_s3_bucket.records.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
