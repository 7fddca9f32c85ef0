resource "aws_kinesis_video_stream" "ward" {
  name       = "ward"
  kms_key_id = "alias/aws/kinesisvideo" # expect: fail
}
