variable "encrypt" {
  type = bool
}

resource "aws_rds_cluster" "records" {
  engine            = "aurora-postgresql"
  storage_encrypted = var.encrypt # expect: open
}
