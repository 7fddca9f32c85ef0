resource "aws_dynamodb_table" "appointments" {
  name     = "appointments"
  hash_key = "id"

  server_side_encryption {
    enabled     = true
    kms_key_arn = "alias/aws/dynamodb" # expect: fail
  }
}
