resource "aws_s3_bucket" "records" { # expect: fail
  bucket = "clinic-records"
}

resource "aws_s3_bucket" "records_copy" { # expect: fail
  bucket = "clinic-records-copy"
}

resource "aws_s3_bucket_replication_configuration" "records" {
  bucket = aws_s3_bucket.records.id
  role   = "arn:aws:iam::123456789012:role/copy"
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.records_copy.arn
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "clinic-logs"
}

resource "aws_s3_bucket" "logs_copy" {
  bucket = "clinic-logs-copy"
}

resource "aws_s3_bucket_replication_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id
  role   = "arn:aws:iam::123456789012:role/copy"
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.logs_copy.arn
    }
  }
}

resource "aws_lb" "portal" {
  name = "portal"
  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}

resource "aws_s3_bucket" "leaflets" {
  bucket = "clinic-leaflets"
}

resource "aws_s3_bucket_website_configuration" "leaflets" {
  bucket = aws_s3_bucket.leaflets.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket" "artifacts" {
  bucket = "clinic-artifacts"
}

resource "aws_codepipeline" "delivery" {
  name     = "delivery"
  role_arn = "arn:aws:iam::123456789012:role/delivery"
  artifact_store {
    type     = "S3"
    location = aws_s3_bucket.artifacts.bucket
  }
}
