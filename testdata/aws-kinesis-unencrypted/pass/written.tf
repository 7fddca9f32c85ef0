resource "aws_kinesis_stream" "vitals" {
  name            = "vitals"
  shard_count     = 2
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}
