resource "aws_kinesis_firehose_delivery_stream" "audit" { # expect: fail
  name        = "audit"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-audit"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "vitals" {
  name        = "vitals"
  destination = "extended_s3"

  server_side_encryption {
    enabled = false # expect: fail
  }
}
