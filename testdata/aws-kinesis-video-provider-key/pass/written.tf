resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_kinesis_video_stream" "ward" {
  name       = "ward"
  kms_key_id = aws_kms_key.clinic.arn
}
