variable "key" {
  type = string
}

resource "awscc_healthimaging_datastore" "radiology" {
  datastore_name = "radiology"
  kms_key_arn    = var.key # expect: open
}
