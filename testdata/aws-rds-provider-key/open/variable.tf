variable "key" {
  type = string
}

resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = var.key # expect: open
}
