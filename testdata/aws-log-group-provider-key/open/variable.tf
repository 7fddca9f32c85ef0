variable "key" {
  type = string
}

resource "aws_cloudwatch_log_group" "portal" {
  name       = "/clinic/portal"
  kms_key_id = var.key # expect: open
}
