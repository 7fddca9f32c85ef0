locals {
  name = "clinic-records"
}

resource "aws_s3_bucket" "records" {
  bucket = local.name
}

resource "aws_s3_bucket_policy" "records" {
  bucket = local.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:*"]
      Resource  = ["arn:aws:s3:::${local.name}", "arn:aws:s3:::${local.name}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
