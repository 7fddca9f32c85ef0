resource "aws_emr_security_configuration" "all" {
  name          = "all"
  configuration = <<-JSON
    {
      "EncryptionConfiguration": {
        "EnableInTransitEncryption": true,
        "EnableAtRestEncryption": true,
        "InTransitEncryptionConfiguration": {
          "TLSCertificateConfiguration": {
            "CertificateProviderType": "PEM",
            "S3Object": "s3://clinic-emr/certificates.zip"
          }
        }
      }
    }
  JSON
}

resource "aws_emr_cluster" "cohorts" {
  name                   = "cohorts"
  security_configuration = "all"
}
