variable "key" {
  type = string
}

resource "awscc_healthlake_fhir_datastore" "records" {
  datastore_name         = "records"
  datastore_type_version = "R4"

  sse_configuration = {
    kms_encryption_config = {
      cmk_type   = "CUSTOMER_MANAGED_KMS_KEY"
      kms_key_id = var.key # expect: open
    }
  }
}
