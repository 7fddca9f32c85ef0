variable "ownership" { type = string }

resource "aws_s3_bucket_ownership_controls" "clinic" {
  bucket = "clinic-scans"
  rule {
    object_ownership = var.ownership # expect: open
  }
}
