variable "key" {
  type = string
}

resource "aws_cloudtrail" "clinic" {
  name           = "clinic"
  s3_bucket_name = "clinic-audit"
  kms_key_id     = var.key # expect: open
}
