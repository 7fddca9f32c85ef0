variable "who" { type = string }

resource "aws_s3_bucket" "clinic" {
  bucket = "clinic-scans"
}

resource "aws_s3_bucket_policy" "clinic" {
  bucket = aws_s3_bucket.clinic.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.who } # expect: open
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.clinic.arn}/*"
    }]
  })
}
