variable "key" {
  type = string
}

resource "aws_db_instance" "records" {
  engine                          = "postgres"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key # expect: open
}
