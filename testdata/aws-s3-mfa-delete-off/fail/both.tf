resource "aws_s3_bucket_versioning" "records" {
  bucket = "clinic-records"

  versioning_configuration { # expect: fail
    status = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "letters" {
  bucket = "clinic-letters"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Disabled" # expect: fail
  }
}
