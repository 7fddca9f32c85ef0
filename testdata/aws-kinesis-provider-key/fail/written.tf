resource "aws_kinesis_stream" "vitals" {
  name            = "vitals"
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis" # expect: fail
}
