variable "key" {
  type = string
}

resource "aws_redshiftserverless_namespace" "history" {
  namespace_name = "clinic-history"
  kms_key_id     = var.key # expect: open
}
