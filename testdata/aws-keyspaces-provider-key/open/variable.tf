variable "key" {
  type = string
}

resource "aws_keyspaces_table" "visits" {
  keyspace_name = "clinic"
  table_name    = "visits"

  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_identifier = var.key # expect: open
  }
}
