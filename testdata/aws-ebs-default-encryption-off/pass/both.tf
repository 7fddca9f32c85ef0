resource "aws_ebs_encryption_by_default" "clinic" {
  enabled = true
}

resource "aws_ebs_encryption_by_default" "west" {
  provider = aws.west
}
