variable "encrypt_volumes" {
  type = bool
}

resource "aws_ebs_encryption_by_default" "clinic" {
  enabled = var.encrypt_volumes # expect: open
}
