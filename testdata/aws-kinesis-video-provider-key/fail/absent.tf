resource "aws_kinesis_video_stream" "ward" { # expect: fail
  name       = "ward"
}
