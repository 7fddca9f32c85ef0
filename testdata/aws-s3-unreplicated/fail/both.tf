resource "aws_s3_bucket" "records" { # expect: fail
  bucket = "clinic-records"
}

resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"
}

resource "aws_s3_bucket_replication_configuration" "letters" {
  bucket = aws_s3_bucket.letters.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Disabled" # expect: fail

    destination {
      bucket = "arn:aws:s3:::clinic-letters-west"
    }
  }
}
