resource "aws_s3_bucket" "old" {
  bucket = "clinic-old"
  acl    = "public-read-write" # expect: fail
}

resource "aws_s3_bucket" "inbox" {
  bucket = "clinic-inbox"
  grant {
    type        = "Group"
    permissions = ["READ", "WRITE"]
    uri         = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" # expect: fail
  }
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_acl" "records" {
  bucket = aws_s3_bucket.records.id
  acl    = "public-read-write" # expect: fail
}
