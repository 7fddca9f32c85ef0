resource "aws_s3_bucket" "records" { # expect: fail
  bucket = "clinic-records"
}

resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"
}

resource "aws_s3_bucket_lifecycle_configuration" "letters" {
  bucket = aws_s3_bucket.letters.id

  rule {
    id     = "old"
    status = "Disabled" # expect: fail
  }
}
