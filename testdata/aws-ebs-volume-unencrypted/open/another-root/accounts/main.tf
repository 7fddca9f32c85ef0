resource "aws_ebs_encryption_by_default" "clinic" {
  enabled = true
}
