variable "rotate" {
  type = bool
}

resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = var.rotate # expect: open
}
