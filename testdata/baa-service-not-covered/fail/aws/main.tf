resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_dynamodb_table" "visits" { # expect: fail
  name = "visits"
}
