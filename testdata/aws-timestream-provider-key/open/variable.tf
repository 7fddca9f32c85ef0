variable "key" {
  type = string
}

resource "aws_timestreamwrite_database" "vitals" {
  database_name = "vitals"
  kms_key_id    = var.key # expect: open
}
