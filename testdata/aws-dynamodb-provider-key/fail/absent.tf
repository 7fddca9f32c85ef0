resource "aws_dynamodb_table" "appointments" {
  name     = "appointments"
  hash_key = "id"

  server_side_encryption { # expect: fail
    enabled     = true
  }
}
