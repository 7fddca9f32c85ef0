variable "block" { type = bool }

resource "aws_s3_bucket_public_access_block" "records" {
  bucket                  = "clinic-records"
  block_public_acls       = true
  block_public_policy     = var.block # expect: open
  ignore_public_acls      = true
  restrict_public_buckets = true
}
