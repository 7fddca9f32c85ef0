resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_versioning" "records" {
  bucket = aws_s3_bucket.records.id

  versioning_configuration {
    status = "Suspended" # expect: fail
  }
}

resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"

  versioning {
    enabled = false # expect: fail
  }
}
