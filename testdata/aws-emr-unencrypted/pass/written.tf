resource "aws_kms_key" "disks" {
  description = "Local disks"
}

resource "aws_emr_security_configuration" "clinic" {
  name = "clinic"

  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-S3"
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = aws_kms_key.disks.arn
          EnableEbsEncryption       = true
        }
      }
    }
  })
}
