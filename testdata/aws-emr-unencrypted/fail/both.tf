resource "aws_emr_security_configuration" "off" {
  name = "off"

  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = false # expect: fail
    }
  })
}

resource "aws_emr_security_configuration" "buckets_only" {
  name = "buckets-only"

  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = { # expect: fail
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-S3"
        }
      }
    }
  })
}
