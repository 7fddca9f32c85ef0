resource "aws_keyspaces_table" "visits" {
  keyspace_name = "clinic"
  table_name    = "visits"

  encryption_specification { # expect: fail
    type               = "CUSTOMER_MANAGED_KMS_KEY"
  }
}
