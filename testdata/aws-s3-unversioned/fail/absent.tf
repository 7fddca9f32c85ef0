resource "aws_s3_bucket" "records" { # expect: fail
  bucket = "clinic-records"
}
