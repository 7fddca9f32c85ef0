variable "audit" { type = bool }

resource "aws_redshift_cluster" "clinic" {
  cluster_identifier = "clinic"
  node_type          = "ra3.large"
  logging {
    enable = var.audit # expect: open
  }
}
