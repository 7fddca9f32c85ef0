variable "key" {
  type = string
}

resource "aws_dynamodb_table_replica" "west" {
  global_table_arn = "arn:aws:dynamodb:us-east-1:111122223333:table/appointments"
  kms_key_arn      = var.key # expect: open
}
