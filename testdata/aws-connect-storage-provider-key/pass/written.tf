resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "1a2b3c4d-0000-1111-2222-333344445555"
  resource_type = "CALL_RECORDINGS"

  storage_config {
    storage_type = "S3"

    s3_config {
      bucket_name   = "clinic-calls"
      bucket_prefix = "calls"

      encryption_config {
        encryption_type = "KMS"
        key_id          = aws_kms_key.clinic.arn
      }
    }
  }
}
