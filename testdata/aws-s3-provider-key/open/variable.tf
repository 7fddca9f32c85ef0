variable "algorithm" {
  type = string
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.algorithm # expect: open
      kms_master_key_id = "alias/clinic"
    }
  }
}
