variable "key" {
  type = string
}

resource "aws_ecr_repository" "portal" {
  name = "clinic/portal"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.key # expect: open
  }
}
