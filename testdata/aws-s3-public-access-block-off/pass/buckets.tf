locals {
  block = true
}

resource "aws_s3_bucket_public_access_block" "records" {
  bucket                  = "clinic-records"
  block_public_acls       = local.block
  block_public_policy     = "true"
  ignore_public_acls      = true
  restrict_public_buckets = true
}
