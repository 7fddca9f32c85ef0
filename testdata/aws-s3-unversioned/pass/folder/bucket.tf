resource "aws_s3_bucket" "records" {
  for_each = toset(["scans", "letters"])
  bucket   = "clinic-${each.key}"
}

resource "aws_s3_bucket" "old" {
  bucket = "clinic-old"

  versioning {
    enabled = true
  }
}
