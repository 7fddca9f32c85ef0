variable "policy" {
  type = string
}

resource "aws_kms_key" "records" {
  description = "Records"
  policy      = var.policy # expect: open
}
