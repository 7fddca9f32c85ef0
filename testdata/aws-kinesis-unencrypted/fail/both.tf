resource "aws_kinesis_stream" "vitals" { # expect: fail
  name        = "vitals"
  shard_count = 2
}

resource "aws_kinesis_stream" "claims" {
  name            = "claims"
  shard_count     = 1
  encryption_type = "NONE" # expect: fail
}
