variable "key" {
  type = string
}

resource "aws_cloudtrail_event_data_store" "clinic" {
  name       = "clinic"
  kms_key_id = var.key # expect: open
}
