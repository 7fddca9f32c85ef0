resource "aws_s3_bucket" "clinic" { # expect: fail
  bucket = "clinic-charts"
}
