variable "configuration" {
  type = string
}

resource "aws_emr_security_configuration" "clinic" {
  name          = "clinic"
  configuration = var.configuration # expect: open
}
