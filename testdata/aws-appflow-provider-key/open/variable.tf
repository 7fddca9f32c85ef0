variable "key" {
  type = string
}

resource "aws_appflow_flow" "contacts" {
  name    = "contacts"
  kms_arn = var.key # expect: open
}
