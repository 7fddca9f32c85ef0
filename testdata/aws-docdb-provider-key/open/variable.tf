variable "key" {
  type = string
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "clinic-charts"
  storage_encrypted  = true
  kms_key_id         = var.key # expect: open
}
