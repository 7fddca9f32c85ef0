resource "aws_ebs_volume" "images" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true
  kms_key_id        = "alias/aws/ebs" # expect: fail
}
