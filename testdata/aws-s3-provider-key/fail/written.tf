resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256" # expect: fail
    }
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default { # expect: fail
        sse_algorithm = "aws:kms"
      }
    }
  }
}
