variable "encrypt" {
  type = bool
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "clinic-charts"
  storage_encrypted  = var.encrypt # expect: open
}
