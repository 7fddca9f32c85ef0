resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true
  kms_key_id        = aws_kms_key.clinic.arn
}
