variable "encryption" { type = string }

resource "aws_dax_cluster" "visits" {
  cluster_name                     = "visits"
  cluster_endpoint_encryption_type = var.encryption # expect: open
}
