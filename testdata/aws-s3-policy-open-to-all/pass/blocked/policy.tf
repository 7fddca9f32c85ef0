resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
}

resource "aws_s3_bucket_policy" "clinic" {
  bucket = aws_s3_bucket.clinic.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.clinic.arn}/*"
    }]
  })
}

resource "aws_s3_bucket_policy" "letters" {
  bucket = "clinic-letters"
  policy = jsonencode({ Statement = [] })
}
