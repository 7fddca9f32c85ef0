resource "aws_dynamodb_table" "appointments" { # expect: fail
  name           = "appointments"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_dynamodb_table" "results" {
  name           = "results"
  hash_key       = "id"
  billing_mode   = "PROVISIONED" # expect: fail
  read_capacity  = 5
  write_capacity = 5
}
