variable "encrypt" {
  type = bool
}

resource "aws_rds_global_cluster" "records" {
  global_cluster_identifier = "clinic-records"
  storage_encrypted         = var.encrypt # expect: open
}
