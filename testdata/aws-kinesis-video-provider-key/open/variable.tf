variable "key" {
  type = string
}

resource "aws_kinesis_video_stream" "ward" {
  name       = "ward"
  kms_key_id = var.key # expect: open
}
