resource "aws_kinesis_stream" "vitals" { # expect: fail
  name            = "vitals"
  encryption_type = "KMS"
}
