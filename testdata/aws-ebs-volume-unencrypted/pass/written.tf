resource "aws_kms_key" "images" {
  description = "Clinic images"
}

resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true
  kms_key_id        = aws_kms_key.images.arn
}

resource "aws_ebs_volume" "restored" {
  availability_zone = "us-east-1a"
  snapshot_id       = "snap-0a1b2c3d4e5f60718"
}
