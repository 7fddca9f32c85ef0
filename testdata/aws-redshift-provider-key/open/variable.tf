variable "key" {
  type = string
}

resource "aws_redshift_cluster" "history" {
  cluster_identifier = "clinic-history"
  node_type          = "ra3.xlplus"
  encrypted          = "true"
  kms_key_id         = var.key # expect: open
}
