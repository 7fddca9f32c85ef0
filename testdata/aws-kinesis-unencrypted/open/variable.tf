variable "encryption" {
  type = string
}

resource "aws_kinesis_stream" "vitals" {
  name            = "vitals"
  encryption_type = var.encryption # expect: open
}
